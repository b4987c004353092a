package vn.lienthong.signer.token.cryptoki;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.List;
import vn.lienthong.signer.algorithm.Bytes;
import vn.lienthong.signer.token.Pin;
import vn.lienthong.signer.token.TokenFault;

/**
 * A SoftHSM of this JVM's own: configuration and tokens under {@code target/softhsm}, set up at the first use. Tests tell
 * their tokens apart by label.
 */
public final class SoftHsm {
    /** The user's PIN of every token made here. */
    public static final String PIN = "246813";

    private static final String SO_PIN = "97531086";
    private static final List<String> LIBRARIES = List.of(
            "/usr/lib/softhsm/libsofthsm2.so",
            "/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so",
            "/usr/lib/aarch64-linux-gnu/softhsm/libsofthsm2.so",
            "/usr/lib64/pkcs11/libsofthsm2.so");
    private static final SoftHsm ONLY = start();

    private final Path folder;
    private final Path library;
    private final CryptokiModule module;

    private SoftHsm(Path folder, Path library, CryptokiModule module) {
        this.folder = folder;
        this.library = library;
        this.module = module;
    }

    public static SoftHsm instance() {
        return ONLY;
    }

    private static SoftHsm start() {
        try {
            Path folder = Path.of(
                            "target", "softhsm", "" + ProcessHandle.current().pid())
                    .toAbsolutePath();
            Files.createDirectories(folder.resolve("tokens"));
            Path configuration = folder.resolve("softhsm2.conf");
            Files.writeString(configuration, """
                    directories.tokendir = %s
                    objectstore.backend = file
                    log.level = ERROR
                    """.formatted(folder.resolve("tokens")));
            Environment.set("SOFTHSM2_CONF", configuration.toString());
            Path library = LIBRARIES.stream()
                    .map(Path::of)
                    .filter(Files::exists)
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("no SoftHSM in " + LIBRARIES));
            return new SoftHsm(folder, library, CryptokiModule.open(library));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (TokenFault e) {
            throw new IllegalStateException("SoftHSM does not start", e);
        }
    }

    /**
     * For tests that share their process with ones that start servers: SoftHSM has read its configuration, and those servers
     * have tokens of their own. The module must not be started again afterwards.
     */
    public static SoftHsm instanceBesideServers() {
        Environment.restore("SOFTHSM2_CONF");
        return ONLY;
    }

    public static Pin pin() {
        return new Pin(PIN.toCharArray());
    }

    /** The shared library, for modules that forward to it. */
    public Path library() {
        return library;
    }

    public CryptokiModule module() {
        return module;
    }

    /** The folder that holds the tokens' folders. */
    public Path tokens() {
        return folder.resolve("tokens");
    }

    /** A new token of that label, with {@link #PIN}. */
    public Slot createToken(String label) throws TokenFault {
        try (Pin securityOfficer = new Pin(SO_PIN.toCharArray());
                Pin user = pin()) {
            return TokenSetup.create(module, label, securityOfficer, user);
        }
    }

    /** A new key pair on the token of that label; the key's id is its label's octets. */
    public PublicKey createKey(String token, String keyLabel, KeyPairSpec spec) throws TokenFault {
        long slot = module.slotOf(token).orElseThrow().id();
        try (CryptokiSession session = module.openSession(slot, SessionAccess.READ_WRITE);
                Pin user = pin()) {
            session.login(TokenUser.USER, user);
            Bytes id = Bytes.of(keyLabel.getBytes(java.nio.charset.StandardCharsets.UTF_8));
            return new KeyPairs(session).generate(spec, id, keyLabel).publicKey();
        }
    }

    /** A driver with a share of the module of its own. */
    public CryptokiDriver driver(String token) {
        return new CryptokiDriver(library, token);
    }
}
