package vn.lienthong.signer.sign.twostep;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.lienthong.signer.algorithm.Bytes;
import vn.lienthong.signer.algorithm.SignatureScheme;
import vn.lienthong.signer.testpki.Profile;
import vn.lienthong.signer.testpki.TestPki;
import vn.lienthong.signer.token.CertifiedKey;
import vn.lienthong.signer.token.KeyAlias;
import vn.lienthong.signer.token.Pin;
import vn.lienthong.signer.token.TokenFault;
import vn.lienthong.signer.token.cryptoki.CryptokiSession;
import vn.lienthong.signer.token.cryptoki.KeyPairSpec;
import vn.lienthong.signer.token.cryptoki.KeyPairs;
import vn.lienthong.signer.token.cryptoki.SessionAccess;
import vn.lienthong.signer.token.cryptoki.SoftHsm;
import vn.lienthong.signer.token.cryptoki.TokenUser;

/** The official's USB token: a SoftHSM that another program signs with. */
final class OfficialsToken {
    private static final String LABEL = "two-step";
    private static final Pattern SLOT =
            Pattern.compile("(?s)Slot (\\d+)\\s(?:(?!Slot \\d).)*?Label:\\s+" + LABEL + "\\s");

    private final SoftHsm hsm = SoftHsm.instance();
    private final Path folder;

    OfficialsToken(Path folder) throws TokenFault {
        this.folder = folder;
        hsm.createToken(LABEL);
    }

    /** A new key of the official's, with its certificate beside it, as the provider of the token delivers it. */
    CertifiedKey issue(String label, KeyPairSpec spec, SignatureScheme scheme, TestPki pki) throws TokenFault {
        PublicKey key = hsm.createKey(LABEL, label, spec);
        CertifiedKey official =
                new CertifiedKey(new KeyAlias("not-here"), scheme, pki.certify(key, Profile.signer("Nguyễn Văn An")));
        long slot = hsm.module().slotOf(LABEL).orElseThrow().id();
        try (CryptokiSession session = hsm.module().openSession(slot, SessionAccess.READ_WRITE);
                Pin user = SoftHsm.pin()) {
            session.login(TokenUser.USER, user);
            new KeyPairs(session)
                    .store(official.certificate(), Bytes.of(label.getBytes(StandardCharsets.UTF_8)), label);
        }
        return official;
    }

    Bytes sign(String label, ToBeSigned prepared) throws Exception {
        Matcher slot = SLOT.matcher(run("softhsm2-util", "--show-slots"));
        if (!slot.find()) {
            throw new IllegalStateException("the official's token is not there");
        }
        String said = run(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                Path.of("target", "test-classes").toAbsolutePath().toString(),
                OfficialsClient.class.getName(),
                hsm.library().toString(),
                slot.group(1),
                label,
                SoftHsm.PIN,
                prepared.digest().value().hex(),
                folder.resolve("client.cfg").toString());
        return Bytes.ofHex(said.substring(said.indexOf("signature=") + "signature=".length()));
    }

    private String run(String... command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(List.of(command)).redirectErrorStream(true);
        builder.environment()
                .put(
                        "SOFTHSM2_CONF",
                        hsm.tokens().resolveSibling("softhsm2.conf").toString());
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException(said);
        }
        return said;
    }
}
