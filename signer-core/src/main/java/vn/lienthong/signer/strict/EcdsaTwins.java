package vn.lienthong.signer.strict;

import java.io.IOException;
import java.math.BigInteger;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DERSequence;

/** With (r, s) an ECDSA signature, (r, n-s) is one too, and anybody can make it. Source: FIPS 186-5 §6.4.2. */
final class EcdsaTwins {
    private EcdsaTwins() {}

    /** The twin with the smaller s, in DER. */
    static byte[] smaller(byte[] signature, BigInteger order) throws IOException {
        ASN1Sequence pair = ASN1Sequence.getInstance(ASN1Primitive.fromByteArray(signature));
        BigInteger r = ASN1Integer.getInstance(pair.getObjectAt(0)).getValue();
        BigInteger s = ASN1Integer.getInstance(pair.getObjectAt(1)).getValue();
        if (pair.size() != 2 || r.signum() <= 0 || s.signum() <= 0 || s.compareTo(order) >= 0) {
            throw new IOException("no ECDSA signature of this curve");
        }
        return new DERSequence(new ASN1Encodable[] {new ASN1Integer(r), new ASN1Integer(s.min(order.subtract(s)))})
                .getEncoded(ASN1Encoding.DER);
    }
}
