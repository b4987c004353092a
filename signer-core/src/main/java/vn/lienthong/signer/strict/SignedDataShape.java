package vn.lienthong.signer.strict;

import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.ASN1TaggedObject;
import org.bouncycastle.asn1.BERTags;

/**
 * The order and tags of SignedData and SignerInfo: Bouncy Castle reads some without looking at their number.
 *
 * <p>Source: RFC 5652 §5.1 and §5.3.
 */
final class SignedDataShape {
    private final ASN1Sequence sequence;
    private int at;

    private SignedDataShape(ASN1Sequence sequence) {
        this.sequence = sequence;
    }

    static boolean isSignedData(ASN1Encodable element) {
        SignedDataShape shape = new SignedDataShape(ASN1Sequence.getInstance(element));
        boolean head = shape.next(ASN1Integer.class) && shape.next(ASN1Set.class) && shape.next(ASN1Sequence.class);
        shape.skip(0);
        shape.skip(1);
        return head && shape.next(ASN1Set.class) && shape.isAtEnd();
    }

    static boolean isSignerInfo(ASN1Encodable element) {
        SignedDataShape shape = new SignedDataShape(ASN1Sequence.getInstance(element));
        boolean head = shape.next(ASN1Integer.class)
                && (shape.next(ASN1Sequence.class) || shape.tagged(0))
                && shape.next(ASN1Sequence.class);
        shape.skip(0);
        boolean value = shape.next(ASN1Sequence.class) && shape.next(ASN1OctetString.class);
        shape.skip(1);
        return head && value && shape.isAtEnd();
    }

    private boolean next(Class<? extends ASN1Primitive> type) {
        if (isAtEnd() || !type.isInstance(sequence.getObjectAt(at).toASN1Primitive())) {
            return false;
        }
        at++;
        return true;
    }

    private boolean tagged(int number) {
        if (isAtEnd()
                || !(sequence.getObjectAt(at).toASN1Primitive() instanceof ASN1TaggedObject tagged)
                || tagged.getTagClass() != BERTags.CONTEXT_SPECIFIC
                || tagged.getTagNo() != number) {
            return false;
        }
        at++;
        return true;
    }

    /** Goes past it if it is there. */
    private void skip(int number) {
        tagged(number);
    }

    private boolean isAtEnd() {
        return at == sequence.size();
    }
}
