package vn.lienthong.exchange.infrastructure.signer;

import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import vn.lienthong.signer.algorithm.Bytes;

/** Whose certificate a timestamp names as its signer's. */
final class TimestampSigner {
    private TimestampSigner() {}

    static boolean is(X509Certificate certificate, Bytes timestamp) {
        try {
            return new CMSSignedData(timestamp.toArray())
                    .getSignerInfos()
                    .iterator()
                    .next()
                    .getSID()
                    .match(new JcaX509CertificateHolder(certificate));
        } catch (CMSException | CertificateEncodingException e) {
            throw new IllegalArgumentException("not a timestamp that was granted", e);
        }
    }
}
