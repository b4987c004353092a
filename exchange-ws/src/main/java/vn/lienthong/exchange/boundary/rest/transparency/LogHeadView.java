package vn.lienthong.exchange.boundary.rest.transparency;

import java.nio.charset.StandardCharsets;
import java.security.cert.CRLException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.lienthong.exchange.application.receipt.PublicLog.ShownHead;
import vn.lienthong.signer.algorithm.Bytes;

/** A sealed tree head with what its checks need but the root. */
@Schema(name = "LogHead")
record LogHeadView(
        @Schema(
                required = true,
                description = "Number of the batch; the head is the leaf `batch - 1` of the log's tree")
        long batch,

        @Schema(
                required = true,
                description =
                        "The exact octets that are sealed, as text: a JSON object with `logRoot`, the root of the tree "
                                + "over the heads of all batches before")
        String head,

        @Schema(required = true, description = "CMS SignedData over the head, DER in base64")
        String seal,

        @Schema(required = true, description = "RFC 3161 token over the seal, DER in base64")
        String timestamp,

        @Schema(required = true, description = "Certificates below the root, DER in base64")
        List<String> certificates,

        @Schema(required = true, description = "Revocation lists that tell of those certificates, DER in base64")
        List<String> crls) {

    static LogHeadView of(ShownHead shown) {
        List<String> certificates = new ArrayList<>();
        List<String> crls = new ArrayList<>();
        try {
            for (X509Certificate certificate : shown.needed().certificates()) {
                certificates.add(base64(certificate.getEncoded()));
            }
            for (X509CRL crl : shown.needed().lists()) {
                crls.add(base64(crl.getEncoded()));
            }
        } catch (CertificateEncodingException | CRLException e) {
            throw new IllegalStateException("what was read has an encoding", e);
        }
        return new LogHeadView(
                shown.batch(),
                new String(shown.head().head().toArray(), StandardCharsets.UTF_8),
                base64(shown.head().seal()),
                base64(shown.head().timestamp()),
                certificates,
                crls);
    }

    private static String base64(Bytes octets) {
        return base64(octets.toArray());
    }

    private static String base64(byte[] octets) {
        return Base64.getEncoder().encodeToString(octets);
    }
}
