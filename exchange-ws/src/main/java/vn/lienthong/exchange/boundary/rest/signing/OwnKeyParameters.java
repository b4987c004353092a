package vn.lienthong.exchange.boundary.rest.signing;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.application.twostep.OwnKeyCommand;
import vn.lienthong.exchange.boundary.rest.http.Parameters;
import vn.lienthong.signer.algorithm.Bytes;
import vn.lienthong.signer.algorithm.SignatureScheme;
import vn.lienthong.signer.sign.SignatureForm;

/** What a token of the caller's own is to sign: the part {@code parameters} of the first step. */
@Schema(name = "OwnKeyParameters")
record OwnKeyParameters(
        @Schema(
                required = true,
                description =
                        "The owner's certificate first, then those of its issuers: DER in Base64, at most 8, each at "
                                + "most 8 KiB. They lead to a trust anchor of this server")
        @Nullable List<String> certificates,

        @Schema(
                description = "How the token signs. RSA_PKCS1_SHA256 or ECDSA_SHA256 by default",
                enumeration = {
                    "RSA_PKCS1_SHA256",
                    "RSA_PKCS1_SHA384",
                    "RSA_PKCS1_SHA512",
                    "RSA_PSS_SHA256",
                    "RSA_PSS_SHA384",
                    "RSA_PSS_SHA512",
                    "ECDSA_SHA256",
                    "ECDSA_SHA384",
                    "ECDSA_SHA512"
                },
                nullable = true)
        @Nullable String scheme,

        @Schema(
                description = "As of a key in the HSM, without key, digest and documentKind. PAdES by default",
                nullable = true)
        @Nullable SignatureParameters signature) {

    private static final String CERTIFICATES = "certificates";
    private static final int MOST_CERTIFICATES = 8;
    private static final int LARGEST_CERTIFICATE = 8 * 1024;

    OwnKeyCommand command(StagedDocuments documents, @Nullable Bytes image) {
        SignatureParameters asked = signature == null ? SignatureParameters.none() : signature;
        boolean namesMatter = asked.form() != SignatureForm.PADES;
        return new OwnKeyCommand(
                asked.ownKeyCommand(documents.sources(namesMatter), image), chain(), signatureScheme());
    }

    private List<X509Certificate> chain() {
        List<String> given = Parameters.required(CERTIFICATES, certificates);
        if (given.isEmpty() || given.size() > MOST_CERTIFICATES) {
            throw Parameters.invalid(CERTIFICATES);
        }
        return given.stream().map(OwnKeyParameters::certificate).toList();
    }

    private static X509Certificate certificate(@Nullable String base64) {
        if (base64 == null) {
            throw Parameters.invalid(CERTIFICATES);
        }
        try {
            byte[] der = Base64.getDecoder().decode(base64);
            if (der.length > LARGEST_CERTIFICATE) {
                throw Parameters.invalid(CERTIFICATES);
            }
            X509Certificate certificate = (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
            // PEM, PKCS#7 and what follows a certificate are read by the same call
            if (!Arrays.equals(certificate.getEncoded(), der)) {
                throw Parameters.invalid(CERTIFICATES);
            }
            return certificate;
        } catch (IllegalArgumentException | CertificateException e) {
            throw Parameters.invalid(CERTIFICATES);
        }
    }

    private Optional<SignatureScheme> signatureScheme() {
        if (scheme == null) {
            return Optional.empty();
        }
        return Optional.of(Arrays.stream(SignatureScheme.values())
                .filter(known -> known.name().equals(scheme))
                .findFirst()
                .orElseThrow(() -> Parameters.invalid("scheme")));
    }
}
