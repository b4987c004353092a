package vn.lienthong.exchange.boundary.rest.signing;

import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.lienthong.exchange.boundary.text.CertificateNames;
import vn.lienthong.signer.token.CertifiedKey;

/** The keys that the caller may sign with. */
@Schema(name = "KeyList")
record KeyList(@Schema(required = true) List<Key> items) {

    /** A key and what its certificate says. */
    @Schema(name = "Key")
    record Key(
            @Schema(required = true, examples = "official-nguyen-van-an")
            String alias,

            @Schema(required = true, examples = "RSA_PKCS1_SHA256")
            String scheme,

            @Schema(required = true, description = "Distinguished name, RFC 4514")
            String subject,

            @Schema(required = true) String issuer,

            @Schema(required = true, description = "Hexadecimal")
            String serialNumber,

            @Schema(required = true) Instant notBefore,

            @Schema(required = true) Instant notAfter,

            @Schema(required = true, description = "DER, Base64: the signing certificate first, then its issuers")
            List<String> certificates) {

        static Key of(CertifiedKey key) {
            X509Certificate own = key.certificate();
            return new Key(
                    key.alias().value(),
                    key.scheme().name(),
                    CertificateNames.of(own.getSubjectX500Principal()),
                    CertificateNames.of(own.getIssuerX500Principal()),
                    own.getSerialNumber().toString(16),
                    own.getNotBefore().toInstant(),
                    own.getNotAfter().toInstant(),
                    key.chain().stream().map(Key::base64).toList());
        }

        private static String base64(X509Certificate certificate) {
            try {
                return Base64.getEncoder().encodeToString(certificate.getEncoded());
            } catch (CertificateEncodingException e) {
                throw new IllegalStateException("a certificate that was read can be written", e);
            }
        }
    }

    static KeyList of(List<CertifiedKey> keys) {
        return new KeyList(keys.stream().map(Key::of).toList());
    }
}
