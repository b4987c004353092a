package vn.lienthong.bench.token;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.lienthong.hsm.ceremony.KeyEntry;
import vn.lienthong.hsm.ceremony.KeysFile;
import vn.lienthong.signer.timestamp.LocalTimestampSource;
import vn.lienthong.signer.timestamp.RandomSerialNumbers;
import vn.lienthong.signer.timestamp.TimestampAuthority;
import vn.lienthong.signer.timestamp.TimestampPolicy;
import vn.lienthong.signer.timestamp.TimestampSource;
import vn.lienthong.signer.token.CertifiedKey;
import vn.lienthong.signer.token.Pin;
import vn.lienthong.signer.token.SigningToken;
import vn.lienthong.signer.token.TokenFault;
import vn.lienthong.signer.token.TokenPool;
import vn.lienthong.signer.token.TokenPoolConfig;
import vn.lienthong.signer.token.cryptoki.CryptokiDriver;
import vn.lienthong.signer.token.cryptoki.CryptokiModule;

/** The token of a state folder, opened in this process as the server opens it in its own. */
public final class BenchToken implements AutoCloseable {
    private static final String LABEL = "lienthong-demo";

    private final Path state;
    private final CryptokiModule module;
    private final TokenPool pool;
    private final Map<String, CertifiedKey> keys = new LinkedHashMap<>();

    private BenchToken(Path state, CryptokiModule module, TokenPool pool) {
        this.state = state;
        this.module = module;
        this.pool = pool;
    }

    /** @param library the PKCS#11 module, by its absolute path */
    public static BenchToken open(Path state, Path library) throws IOException, TokenFault {
        BenchToken token = new BenchToken(
                state,
                CryptokiModule.open(library),
                TokenPool.open(
                        new CryptokiDriver(library, LABEL),
                        pin(state),
                        TokenPoolConfig.DEFAULT.withDirectCalls(TokenPoolConfig.DEFAULT.maxSessions()),
                        Clock.systemUTC()));
        for (KeyEntry entry : KeysFile.read(Files.readString(state.resolve("pki/keys.json")))) {
            token.keys.put(
                    entry.alias().value(),
                    new CertifiedKey(entry.alias(), entry.scheme(), chain(state.resolve(entry.chain()))));
        }
        return token;
    }

    public SigningToken pool() {
        return pool;
    }

    public CertifiedKey key(String alias) {
        CertifiedKey key = keys.get(alias);
        if (key == null) {
            throw new IllegalArgumentException("the token has no key " + alias);
        }
        return key;
    }

    /** A worker's own session, logged in, with that key. */
    public BareSession bareSession(String alias) throws IOException, TokenFault {
        try (Pin pin = pin(state)) {
            return BareSession.open(module, LABEL, pin, key(alias));
        }
    }

    /** An authority in this process, on the key with that alias. */
    public TimestampSource timestamps(String alias) {
        return new LocalTimestampSource(new TimestampAuthority(
                new TimestampPolicy("2.25.319437841216407352180127846913225384021", Duration.ofSeconds(1)),
                key(alias),
                pool,
                new RandomSerialNumbers(new SecureRandom()),
                Clock.systemUTC()));
    }

    @Override
    public void close() {
        pool.close();
        module.close();
    }

    private static Pin pin(Path state) throws IOException {
        return new Pin(
                Files.readString(state.resolve("secrets/hsm.pin")).strip().toCharArray());
    }

    private static List<X509Certificate> chain(Path file) throws IOException {
        try (InputStream pem = Files.newInputStream(file)) {
            return CertificateFactory.getInstance("X.509").generateCertificates(pem).stream()
                    .map(X509Certificate.class::cast)
                    .toList();
        } catch (CertificateException e) {
            throw new IOException("no certificates in " + file, e);
        }
    }
}
