package vn.lienthong.signer.validate;

import eu.europa.esig.dss.diagnostic.CertificateWrapper;
import java.math.BigInteger;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Certificates of a diagnostic report as facts. */
final class CertificateReader {
    private CertificateReader() {}

    static Optional<CertificateFacts> read(@Nullable CertificateWrapper certificate) {
        return certificate == null ? Optional.empty() : Optional.of(facts(certificate));
    }

    static List<CertificateFacts> read(List<CertificateWrapper> chain) {
        return chain.stream().map(CertificateReader::facts).toList();
    }

    private static CertificateFacts facts(CertificateWrapper certificate) {
        CertificateWrapper issuer = certificate.getSigningCertificate();
        return new CertificateFacts(
                text(certificate.getCertificateDN()),
                text(certificate.getCommonName()),
                organization(certificate),
                text(certificate.getCertificateIssuerDN()),
                issuer == null ? "" : text(issuer.getCommonName()),
                new BigInteger(certificate.getSerialNumber()),
                certificate.getNotBefore().toInstant(),
                certificate.getNotAfter().toInstant(),
                HexFormat.of().formatHex(certificate.getDigestAlgoAndValue().getDigestValue()));
    }

    private static String organization(CertificateWrapper certificate) {
        String unit = text(certificate.getOrganizationalUnit());
        String organization = text(certificate.getOrganizationName());
        return unit.isEmpty() || organization.isEmpty() ? organization + unit : unit + ", " + organization;
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
