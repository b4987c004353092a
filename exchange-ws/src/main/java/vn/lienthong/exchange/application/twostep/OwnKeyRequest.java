package vn.lienthong.exchange.application.twostep;

import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import vn.lienthong.exchange.application.signing.SignDocumentCommand;
import vn.lienthong.exchange.application.signing.SourceDocument;
import vn.lienthong.signer.algorithm.DigestAlgorithm;
import vn.lienthong.signer.sign.AdesRequest;
import vn.lienthong.signer.token.CertifiedKey;

/** What both steps ask of the signer: it must be the same. */
final class OwnKeyRequest {
    private OwnKeyRequest() {}

    static AdesRequest of(OwnKeyCommand command, CertifiedKey key, Path signed) {
        SignDocumentCommand document = command.document();
        return new AdesRequest(
                document.documents().stream().map(SourceDocument::document).toList(),
                signed,
                key,
                document.form(),
                document.level(),
                document.details(),
                document.appearance(),
                document.certification());
    }

    /** SHA-256 of the owner's certificate, in hexadecimal: how the audit log names it. */
    static String fingerprint(CertifiedKey key) {
        try {
            return DigestAlgorithm.SHA256
                    .digest(key.certificate().getEncoded())
                    .value()
                    .hex();
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("a certificate that was read has its encoding", e);
        }
    }
}
