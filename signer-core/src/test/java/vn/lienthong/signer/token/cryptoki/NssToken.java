package vn.lienthong.signer.token.cryptoki;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import vn.lienthong.signer.token.Pin;
import vn.lienthong.signer.token.TokenFault;

/**
 * NSS's softoken over a database of this JVM's own under {@code target/nss}: a second real module, with other habits than
 * SoftHSM's. Its one token is {@link #LABEL}, its PIN {@link SoftHsm#PIN}.
 */
public final class NssToken {
    public static final String LABEL = "nss-lienthong";

    private static final List<String> LIBRARIES = List.of(
            "/usr/lib/x86_64-linux-gnu/libsoftokn3.so",
            "/usr/lib/x86_64-linux-gnu/nss/libsoftokn3.so",
            "/usr/lib/aarch64-linux-gnu/libsoftokn3.so",
            "/usr/lib/aarch64-linux-gnu/nss/libsoftokn3.so",
            "/usr/lib64/libsoftokn3.so");
    private static final NssToken ONLY = start();

    private final Path library;
    private final ModuleProfile profile;
    private final CryptokiModule module;

    private NssToken(Path library, ModuleProfile profile, CryptokiModule module) {
        this.library = library;
        this.profile = profile;
        this.module = module;
    }

    public static NssToken instance() {
        return ONLY;
    }

    private static NssToken start() {
        try {
            Path folder =
                    Path.of("target", "nss", "" + ProcessHandle.current().pid()).toAbsolutePath();
            Files.createDirectories(folder);
            Path pin = Files.writeString(folder.resolve("pin"), SoftHsm.PIN);
            Process process = new ProcessBuilder("certutil", "-N", "-d", "sql:" + folder, "-f", pin.toString())
                    .inheritIO()
                    .start();
            if (process.waitFor() != 0) {
                throw new IllegalStateException("certutil makes no database");
            }
            Path library = LIBRARIES.stream()
                    .map(Path::of)
                    .filter(Files::exists)
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("no softoken in " + LIBRARIES));
            ModuleProfile profile = ModuleProfile.nss(folder, LABEL);
            return new NssToken(library, profile, CryptokiModule.open(library, profile));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException | TokenFault e) {
            throw new IllegalStateException("NSS does not start", e);
        }
    }

    public CryptokiModule module() {
        return module;
    }

    public CryptokiDriver driver() {
        return new CryptokiDriver(library, profile, LABEL);
    }

    /** A writing session that its user is logged in to. */
    CryptokiSession login() throws TokenFault {
        CryptokiSession session =
                module.openSession(module.slotOf(LABEL).orElseThrow().id(), SessionAccess.READ_WRITE);
        try (Pin pin = SoftHsm.pin()) {
            session.login(TokenUser.USER, pin);
        }
        return session;
    }
}
