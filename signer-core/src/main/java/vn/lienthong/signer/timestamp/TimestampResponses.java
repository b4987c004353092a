package vn.lienthong.signer.timestamp;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERUTF8String;
import vn.lienthong.signer.algorithm.Bytes;

/** Writes TimeStampResp. Source: RFC 3161 §2.4.2. */
final class TimestampResponses {
    private static final int GRANTED = 0;
    private static final int REJECTION = 2;

    private TimestampResponses() {}

    static Bytes granted(Bytes timeStampToken) {
        ASN1EncodableVector response = new ASN1EncodableVector();
        response.add(new DERSequence(new ASN1Integer(GRANTED)));
        try {
            response.add(ASN1Primitive.fromByteArray(timeStampToken.toArray()));
        } catch (IOException e) {
            throw new UncheckedIOException("the token was encoded here", e);
        }
        return der(response);
    }

    static Bytes rejection(PkiFailure failInfo, String detail) {
        ASN1EncodableVector status = new ASN1EncodableVector();
        status.add(new ASN1Integer(REJECTION));
        status.add(new DERSequence(new DERUTF8String(detail)));
        status.add(bit(failInfo));
        ASN1EncodableVector response = new ASN1EncodableVector();
        response.add(new DERSequence(status));
        return der(response);
    }

    /** A named bit list in DER ends with its last one bit (X.690 §11.2.2). */
    private static DERBitString bit(PkiFailure failInfo) {
        byte[] octets = new byte[failInfo.bit() / 8 + 1];
        int inLast = failInfo.bit() % 8;
        octets[octets.length - 1] = (byte) (0x80 >> inLast);
        return new DERBitString(octets, 7 - inLast);
    }

    private static Bytes der(ASN1EncodableVector response) {
        try {
            return Bytes.of(new DERSequence(response).getEncoded(ASN1Encoding.DER));
        } catch (IOException e) {
            throw new UncheckedIOException("ASN.1 is encoded to memory", e);
        }
    }
}
