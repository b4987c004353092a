package vn.lienthong.signer.testpki;

import eu.europa.esig.dss.crl.CRLUtils;
import eu.europa.esig.dss.enumerations.RevocationOrigin;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.spi.x509.revocation.crl.CRLSource;
import eu.europa.esig.dss.spi.x509.revocation.crl.CRLToken;
import java.io.IOException;
import java.security.cert.CertificateEncodingException;
import java.util.Arrays;

/** The CRLs of the test PKI as DSS asks for them. */
final class CrlsOf implements CRLSource {
    private static final long serialVersionUID = 1L;
    private final transient TestPki pki;

    CrlsOf(TestPki pki) {
        this.pki = pki;
    }

    @Override
    public CRLToken getRevocationToken(CertificateToken certificate, CertificateToken issuer) {
        try {
            boolean ofRoot = Arrays.equals(issuer.getEncoded(), pki.root().getEncoded());
            byte[] crl = ofRoot ? pki.rootCrl() : pki.crl();
            CRLToken token = new CRLToken(certificate, CRLUtils.buildCRLValidity(CRLUtils.buildCRLBinary(crl), issuer));
            token.setExternalOrigin(RevocationOrigin.EXTERNAL);
            return token;
        } catch (IOException | CertificateEncodingException e) {
            throw new IllegalStateException("the test PKI's CRL is well-formed", e);
        }
    }
}
