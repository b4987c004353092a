package vn.lienthong.signer.strict;

import java.io.IOException;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.cms.IssuerAndSerialNumber;
import org.bouncycastle.asn1.cms.SignerIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.cert.X509CertificateHolder;

/** Whether a certificate is the one that a SignerIdentifier names. */
final class SignerMatch {
    private SignerMatch() {}

    /** Names compare without regard to case otherwise, and this one is not signed. */
    static boolean is(SignerIdentifier identifier, X509CertificateHolder certificate) throws IOException {
        if (identifier.isTagged()) {
            Extension extension = certificate.getExtension(Extension.subjectKeyIdentifier);
            return extension != null
                    && Arrays.equals(
                            SubjectKeyIdentifier.getInstance(extension.getParsedValue())
                                    .getKeyIdentifier(),
                            ASN1OctetString.getInstance(identifier.getId()).getOctets());
        }
        if (ASN1Sequence.getInstance(identifier.getId()).size() != 2) {
            return false; // Bouncy Castle passes over what follows
        }
        IssuerAndSerialNumber wanted = IssuerAndSerialNumber.getInstance(identifier.getId());
        return Arrays.equals(
                        certificate.getIssuer().getEncoded(), wanted.getName().getEncoded())
                && certificate.getSerialNumber().equals(wanted.getSerialNumber().getValue());
    }
}
