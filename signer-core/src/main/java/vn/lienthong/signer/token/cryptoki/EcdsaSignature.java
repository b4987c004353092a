package vn.lienthong.signer.token.cryptoki;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERSequence;

/** The two forms of an ECDSA signature. */
final class EcdsaSignature {
    private EcdsaSignature() {}

    /**
     * The sequence of two integers that certificates and CMS want, of the pair r, s that CKM_ECDSA returns: two unsigned
     * numbers of the same length, high octet first.
     *
     * <p>Source: PKCS#11 v2.40 current mechanisms §2.3.1; RFC 3279 §2.2.3.
     */
    static byte[] der(byte[] pair) {
        if (pair.length == 0 || pair.length % 2 != 0) {
            throw new IllegalArgumentException("r and s are of one length, not " + pair.length + " octets together");
        }
        int half = pair.length / 2;
        ASN1EncodableVector sequence = new ASN1EncodableVector(2);
        sequence.add(new ASN1Integer(new BigInteger(1, Arrays.copyOfRange(pair, 0, half))));
        sequence.add(new ASN1Integer(new BigInteger(1, Arrays.copyOfRange(pair, half, pair.length))));
        try {
            return new DERSequence(sequence).getEncoded(ASN1Encoding.DER);
        } catch (IOException e) {
            throw new UncheckedIOException("two integers always encode", e);
        }
    }
}
