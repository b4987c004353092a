package vn.lienthong.signer.strict;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateException;
import java.util.Collection;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampToken;

/**
 * A timestamp in an unsigned attribute. Validators that cannot read one leave it aside and find a signature without a
 * timestamp, so a broken one is looked for here.
 */
final class SignatureTimestamp {
    private SignatureTimestamp() {}

    /** Whether the token's signature holds and its imprint is over the signature value. Trust is another question. */
    static boolean holds(byte[] token, byte[] signatureValue) {
        try {
            CMSSignedData signedData = new CMSSignedData(token);
            TimeStampToken timestamp = new TimeStampToken(signedData);
            Collection<X509CertificateHolder> matches =
                    timestamp.getCertificates().getMatches(timestamp.getSID());
            // nothing covers the identifier, so it has to name the certificate octet by octet
            if (matches.size() != 1 || !names(signedData, matches.iterator().next())) {
                return false;
            }
            timestamp.validate(new JcaSimpleSignerInfoVerifierBuilder()
                    .build(matches.iterator().next()));
            MessageDigest digest = MessageDigest.getInstance(
                    timestamp.getTimeStampInfo().getMessageImprintAlgOID().getId());
            return MessageDigest.isEqual(
                    digest.digest(signatureValue), timestamp.getTimeStampInfo().getMessageImprintDigest());
        } catch (TSPException
                | CMSException
                | CertificateException
                | OperatorCreationException
                | NoSuchAlgorithmException
                | IOException
                | RuntimeException e) {
            // Bouncy Castle answers hostile ASN.1 with ClassCastException, IllegalStateException and others
            return false;
        }
    }

    private static boolean names(CMSSignedData signedData, X509CertificateHolder certificate) throws IOException {
        SignerInformation signer = signedData.getSignerInfos().iterator().next();
        return SignerMatch.is(signer.toASN1Structure().getSID(), certificate);
    }
}
