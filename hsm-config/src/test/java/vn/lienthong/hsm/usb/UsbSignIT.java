package vn.lienthong.hsm.usb;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The official's program with a token; the whole way to the real server is tested where that is. */
class UsbSignIT {
    @TempDir
    Path path;

    private OfficialsFolder official;
    private PreparingServer server;

    @BeforeEach
    void setUp() throws Exception {
        official = new OfficialsFolder(path);
        official.issue("an", "ec-p256", "0a");
        official.folder.write("a.pdf", "a document");
        official.folder.write("account.token", "secret\n");
        server = new PreparingServer();
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void signsTheDigestAndKeepsTheSignedFile() throws Exception {
        assertThat(sign()).as(official.said).isZero();
        assertThat(official.said).contains("Nguyễn Văn An", "✔ Đã ký: ").doesNotContain("secret");
        assertThat(official.folder.at("signed.pdf")).hasBinaryContent(PreparingServer.SIGNED);
        assertThat(official.folder.at("signed.pdf.part")).doesNotExist();
        assertThat(server.bodies)
                .hasSize(2)
                .allSatisfy(body ->
                        assertThat(body).startsWith("Bearer secret\n").contains("filename=\"a.pdf\"", "a document"));
        Matcher value = Pattern.compile("\"signature\":\"([^\"]+)\"").matcher(server.bodies.get(1));
        assertThat(value.find()).isTrue();
        Signature verifier = Signature.getInstance("NONEwithECDSA");
        verifier.initVerify(CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(Files.readAllBytes(official.folder.at("an.pem")))));
        verifier.update(PreparingServer.DIGEST);
        assertThat(verifier.verify(Base64.getDecoder().decode(value.group(1)))).isTrue();
    }

    @Test
    void overwritesNoFile() {
        official.folder.write("signed.pdf", "mine");
        assertThat(sign("--lang", "en")).isEqualTo(1);
        assertThat(official.said).contains("is there already");
        assertThat(official.folder.at("signed.pdf")).hasContent("mine");
    }

    @Test
    void wantsToKnowWhichOfTwoCertificates() throws Exception {
        official.issue("an-moi", "ec-p256", "0b");
        assertThat(sign()).isEqualTo(1);
        Matcher first = Pattern.compile("([0-9a-f]{64})").matcher(official.said);
        assertThat(first.find()).as(official.said).isTrue();
        assertThat(official.said).contains("--certificate");
        assertThat(sign("--certificate", first.group(1).substring(0, 16))).isZero();
        Files.delete(official.folder.at("signed.pdf"));
        assertThat(sign("--certificate", "00")).isEqualTo(1);
    }

    @Test
    void aWrongPinAndATokenThatIsNotThereAreTold() {
        official.folder.secret("hsm.pin", "111111");
        assertThat(sign("--lang", "en")).isEqualTo(1);
        assertThat(official.said).contains("does not take this PIN");
        assertThat(UsbMain.run(
                        System.out, System.err, null, "bridge", "--module", OfficialsFolder.MODULE, "--label", "x"))
                .isEqualTo(2);
        assertThat(new UsbToken(Path.of(OfficialsFolder.MODULE), "elsewhere", List.of()))
                .satisfies(token -> org.assertj.core.api.Assertions.assertThatThrownBy(token::certificates)
                        .isInstanceOfSatisfying(
                                UsbFault.class, e -> assertThat(e.code()).isEqualTo("token-missing")));
    }

    @Test
    void aPinFileThatIsOpenToOthersIsNotRead() throws Exception {
        Files.setPosixFilePermissions(
                official.folder.at("hsm.pin"), java.nio.file.attribute.PosixFilePermissions.fromString("rw-r--r--"));
        assertThat(sign("--lang", "en")).isEqualTo(1);
        assertThat(official.said).contains("open to others");
    }

    @Test
    void tellsWhatTheServerRefuses() {
        server.prepareStatus = 409;
        assertThat(sign()).isEqualTo(1);
        assertThat(official.said).contains("Máy chủ từ chối: Chứng thư số hết hạn (certificate-not-valid)");
        assertThat(official.folder.at("signed.pdf")).doesNotExist();
    }

    @Test
    void believesNoAnswerThatIsNotOfTheProtocol() {
        server.preparedLie = answer -> answer.replace("ECDSA_SHA256", "RSA_PKCS1_SHA256");
        assertStrange();
        server.preparedLie = answer -> "<html>";
        assertStrange();
        server.preparedLie = answer -> answer.replace("\"digest\":\"", "\"digest\":\"AAAA");
        assertStrange();
        server.preparedLie = answer -> answer;
        server.digestLie = field -> "sha-256=:" + "A".repeat(43) + "=:";
        assertStrange();
        server.prepareStatus = 502;
        server.preparedLie = answer -> "not JSON";
        assertStrange();
        assertThat(official.folder.at("signed.pdf")).doesNotExist();
        assertThat(official.folder.at("signed.pdf.part")).doesNotExist();
    }

    @Test
    void aWrongCommandLineIsToldApartFromAFailure() {
        assertThat(official.run("sign", "--out", official.folder.at("x").toString()))
                .isEqualTo(2);
        assertThat(official.said).contains("--file is missing");
        server.close();
        assertThat(sign("--lang", "en")).isEqualTo(1);
        assertThat(official.said).contains("Cannot read, write or connect");
    }

    private void assertStrange() {
        assertThat(sign("--lang", "en")).isEqualTo(1);
        assertThat(official.said).contains("not of the protocol");
    }

    private int sign(String... more) {
        List<String> all = new ArrayList<>(List.of(
                "--server",
                server.address(),
                "--account-file",
                official.folder.at("account.token").toString(),
                "--file",
                official.folder.at("a.pdf").toString(),
                "--out",
                official.folder.at("signed.pdf").toString()));
        all.addAll(List.of(more));
        return official.run("sign", all.toArray(String[]::new));
    }
}
