package vn.lienthong.signer.revocation;

import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.model.x509.revocation.crl.CRL;
import eu.europa.esig.dss.spi.x509.revocation.RevocationSource;
import eu.europa.esig.dss.spi.x509.revocation.RevocationToken;
import org.jspecify.annotations.Nullable;

/** The answer of the first source, or of the second if the first has none. */
final class FirstCrlSource implements RevocationSource<CRL> {
    private final transient RevocationSource<CRL> first;
    private final transient RevocationSource<CRL> second;

    FirstCrlSource(RevocationSource<CRL> first, RevocationSource<CRL> second) {
        this.first = first;
        this.second = second;
    }

    @Override
    public @Nullable RevocationToken<CRL> getRevocationToken(CertificateToken certificate, CertificateToken issuer) {
        RevocationToken<CRL> token = first.getRevocationToken(certificate, issuer);
        return token != null ? token : second.getRevocationToken(certificate, issuer);
    }
}
