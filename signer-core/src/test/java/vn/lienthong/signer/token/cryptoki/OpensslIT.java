package vn.lienthong.signer.token.cryptoki;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.lienthong.signer.algorithm.SignatureScheme;
import vn.lienthong.signer.token.KeyAlias;
import vn.lienthong.signer.token.SigningOutcome;
import vn.lienthong.signer.token.SigningOutcome.Signed;
import vn.lienthong.signer.token.TokenFault;
import vn.lienthong.signer.token.TokenPool;
import vn.lienthong.signer.token.TokenPoolConfig;

/** A stranger's view of the pool's signatures. */
class OpensslIT {
    private static final String TOKEN = "openssl";
    private static final byte[] MESSAGE = "Quyết định về việc ban hành quy chế".getBytes(StandardCharsets.UTF_8);
    private static TokenPool pool;

    @BeforeAll
    static void open() throws TokenFault {
        SoftHsm.instance().createToken(TOKEN);
        pool = TokenPool.open(
                SoftHsm.instance().driver(TOKEN), SoftHsm.pin(), TokenPoolConfig.DEFAULT, Clock.systemUTC());
    }

    @AfterAll
    static void close() {
        pool.close();
    }

    @ParameterizedTest
    @CsvSource({
        "RSA_2048, RSA_PKCS1_SHA256",
        "RSA_2048, RSA_PSS_SHA256",
        "RSA_3072, RSA_PSS_SHA384",
        "RSA_4096, RSA_PKCS1_SHA512",
        "EC_P256, ECDSA_SHA256",
        "EC_P384, ECDSA_SHA384",
        "EC_P521, ECDSA_SHA512"
    })
    void acceptsTheSignatureAndRefusesAnotherMessage(KeyPairSpec spec, SignatureScheme scheme, @TempDir Path folder)
            throws Exception {
        KeyAlias alias = new KeyAlias("k-" + scheme.ordinal());
        PublicKey key = SoftHsm.instance().createKey(TOKEN, alias.value(), spec);
        SigningOutcome outcome = pool.sign(alias, scheme, scheme.digest().digest(MESSAGE));
        assertThat(outcome).isInstanceOf(Signed.class);
        Files.write(folder.resolve("message"), MESSAGE);
        Files.write(folder.resolve("other"), "Quyết định khác".getBytes(StandardCharsets.UTF_8));
        Files.write(folder.resolve("signature"), ((Signed) outcome).signature().toArray());
        Files.writeString(folder.resolve("key.pem"), pem(key));

        assertThat(verify(folder, scheme, "message")).contains("Verified OK");
        assertThat(verify(folder, scheme, "other")).contains("Verification failure");
    }

    private static String verify(Path folder, SignatureScheme scheme, String message)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                "openssl",
                "dgst",
                "-"
                        + scheme.digest()
                                .jcaName()
                                .toLowerCase(java.util.Locale.ROOT)
                                .replace("-", ""),
                "-verify",
                "key.pem",
                "-signature",
                "signature"));
        if (scheme.isPss()) {
            command.addAll(List.of("-sigopt", "rsa_padding_mode:pss", "-sigopt", "rsa_pss_saltlen:digest"));
        }
        command.add(message);
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }

    private static String pem(PublicKey key) {
        return "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getEncoded())
                + "\n-----END PUBLIC KEY-----\n";
    }
}
