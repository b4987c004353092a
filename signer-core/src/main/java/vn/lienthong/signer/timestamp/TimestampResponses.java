package vn.lienthong.signer.timestamp;

import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERUTF8String;
import vn.lienthong.signer.algorithm.Bytes;
import vn.lienthong.signer.cms.Der;

/** Writes TimeStampResp. Source: RFC 3161 §2.4.2. */
final class TimestampResponses {
    /** PKIStatusInfo with nothing but the status. */
    private static final byte[] GRANTED = {Der.SEQUENCE, 3, Der.INTEGER, 1, 0};

    private static final int REJECTION = 2;

    private TimestampResponses() {}

    static Bytes granted(Bytes timeStampToken) {
        return Bytes.of(Der.element(Der.SEQUENCE, GRANTED, timeStampToken.toArray()));
    }

    static TimestampAnswer rejected(PkiFailure failInfo, String detail) {
        return new TimestampAnswer.Rejected(rejection(failInfo, detail), failInfo, detail);
    }

    private static Bytes rejection(PkiFailure failInfo, String detail) {
        ASN1EncodableVector status = new ASN1EncodableVector();
        status.add(new ASN1Integer(REJECTION));
        status.add(new DERSequence(new DERUTF8String(detail)));
        status.add(bit(failInfo));
        ASN1EncodableVector response = new ASN1EncodableVector();
        response.add(new DERSequence(status));
        return Bytes.of(Der.of(new DERSequence(response)));
    }

    /** A named bit list in DER ends with its last one bit (X.690 §11.2.2). */
    private static DERBitString bit(PkiFailure failInfo) {
        byte[] octets = new byte[failInfo.bit() / 8 + 1];
        int inLast = failInfo.bit() % 8;
        octets[octets.length - 1] = (byte) (0x80 >> inLast);
        return new DERBitString(octets, 7 - inLast);
    }
}
