package vn.lienthong.signer.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.signer.testpki.TestPki;

class TrustAnchorsTest {
    private final TestPki pki = TestPki.at(Instant.parse("2026-11-23T00:00:00Z"));

    @TempDir
    Path folder;

    private static String pem(X509Certificate certificate) throws Exception {
        return "-----BEGIN CERTIFICATE-----\n" + Base64.getMimeEncoder().encodeToString(certificate.getEncoded())
                + "\n-----END CERTIFICATE-----\n";
    }

    @Test
    void readsPemWithItsReasonAndDer() throws Exception {
        Files.writeString(
                folder.resolve("a.pem"),
                "Added-By: Trần Thị Bình\nAdded-At: 2026-11-01\nReason: CA chuyên dùng Chính phủ\n" + pem(pki.root()));
        Files.write(folder.resolve("b.der"), pki.intermediate().getEncoded());
        Files.writeString(folder.resolve("README"), "not an anchor");
        TrustAnchors anchors = TrustAnchors.load(folder);
        assertThat(anchors.certificates()).containsExactly(pki.root(), pki.intermediate());
        assertThat(anchors.all().getFirst().provenance())
                .contains(new TrustAnchor.Provenance("Trần Thị Bình", "2026-11-01", "CA chuyên dùng Chính phủ"));
        assertThat(anchors.contains(pki.root())).isTrue();
    }

    @Test
    void readsSeveralFromOneFile() throws Exception {
        Path file = folder.resolve("both.pem");
        Files.writeString(file, pem(pki.root()) + "\n" + pem(pki.intermediate()));
        assertThat(TrustAnchors.load(file).certificates()).hasSize(2);
    }

    @Test
    void refusesToBeEmpty() {
        assertThatThrownBy(() -> TrustAnchors.load(folder)).isInstanceOf(NoTrustAnchorsException.class);
        assertThatThrownBy(() -> TrustAnchors.load(folder.resolve("missing")))
                .isInstanceOf(NoTrustAnchorsException.class);
        assertThatThrownBy(() -> TrustAnchors.of(List.of())).isInstanceOf(NoTrustAnchorsException.class);
    }

    @Test
    void refusesFileThatHoldsSomethingElse() throws IOException {
        Files.writeString(folder.resolve("key.pem"), "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n");
        assertThatThrownBy(() -> TrustAnchors.load(folder)).isInstanceOf(NoTrustAnchorsException.class);
    }

    @Test
    void refusesFileWithRubbishBehindACertificate() throws Exception {
        Files.writeString(folder.resolve("a.pem"), pem(pki.root()) + "-----BEGIN CERTIFICATE-----\nAAAA\n");
        assertThatThrownBy(() -> TrustAnchors.load(folder)).isInstanceOf(NoTrustAnchorsException.class);
    }
}
