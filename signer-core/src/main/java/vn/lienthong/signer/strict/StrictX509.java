package vn.lienthong.signer.strict;

import java.io.IOException;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1BitString;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.TBSCertList;
import org.bouncycastle.asn1.x509.TBSCertificate;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/**
 * The parts of a certificate or CRL that its signature leaves open: the spelling of the whole, and the algorithm and
 * signature value outside of what is signed.
 *
 * <p>Source: RFC 5280 §4.1.1, §5.1.1.
 */
public final class StrictX509 {
    private StrictX509() {}

    /** Whether the octets are a certificate's only form. */
    public static boolean isCertificate(byte[] octets) {
        return hasOneForm(octets, signed -> TBSCertificate.getInstance(signed).getSignature());
    }

    /** Whether the octets are a CRL's only form. */
    public static boolean isList(byte[] octets) {
        return hasOneForm(octets, signed -> TBSCertList.getInstance(signed).getSignature());
    }

    private interface SignedAlgorithm {
        AlgorithmIdentifier in(ASN1Encodable signed);
    }

    private static boolean hasOneForm(byte[] octets, SignedAlgorithm inside) {
        try {
            ASN1Primitive whole = ASN1Primitive.fromByteArray(octets);
            ASN1Sequence parts = ASN1Sequence.getInstance(whole);
            if (!Arrays.equals(whole.getEncoded(ASN1Encoding.DER), octets) || parts.size() != 3) {
                return false;
            }
            AlgorithmIdentifier algorithm = AlgorithmIdentifier.getInstance(parts.getObjectAt(1));
            ASN1BitString signature = ASN1BitString.getInstance(parts.getObjectAt(2));
            boolean ecdsa = algorithm.getAlgorithm().on(X9ObjectIdentifiers.ansi_X9_62);
            return Arrays.equals(
                            der(inside.in(parts.getObjectAt(0))),
                            der(parts.getObjectAt(1).toASN1Primitive()))
                    && signature.getPadBits() == 0
                    && (!ecdsa || isEcdsaValue(signature.getOctets()));
        } catch (IOException | RuntimeException e) {
            // Bouncy Castle answers hostile ASN.1 with ClassCastException, IllegalStateException and others
            return false;
        }
    }

    private static byte[] der(ASN1Encodable value) throws IOException {
        return value.toASN1Primitive().getEncoded(ASN1Encoding.DER);
    }

    /** RFC 3279 §2.2.3: a SEQUENCE of two positive INTEGERs, in DER. */
    static boolean isEcdsaValue(byte[] signature) throws IOException {
        ASN1Primitive value = ASN1Primitive.fromByteArray(signature);
        ASN1Sequence pair = ASN1Sequence.getInstance(value);
        return Arrays.equals(value.getEncoded(ASN1Encoding.DER), signature)
                && pair.size() == 2
                && ASN1Integer.getInstance(pair.getObjectAt(0)).getValue().signum() > 0
                && ASN1Integer.getInstance(pair.getObjectAt(1)).getValue().signum() > 0;
    }
}
