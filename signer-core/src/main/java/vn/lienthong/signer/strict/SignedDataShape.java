package vn.lienthong.signer.strict;

import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.ASN1TaggedObject;
import org.bouncycastle.asn1.BERTags;

/**
 * The order and tags of SignedData and SignerInfo: Bouncy Castle reads some without looking at their number, and takes a
 * content under any tag for what was signed, because the tag is outside of the digest.
 *
 * <p>Source: RFC 5652 §3, §5.1, §5.2 and §5.3.
 */
final class SignedDataShape {
    private final ASN1Sequence sequence;
    private int at;

    private SignedDataShape(ASN1Sequence sequence) {
        this.sequence = sequence;
    }

    /** The identified content around a SignedData. */
    static boolean isContentInfo(ASN1Encodable element) {
        SignedDataShape shape = new SignedDataShape(ASN1Sequence.getInstance(element));
        return shape.next(ASN1ObjectIdentifier.class) && shape.tagged(0) && shape.isAtEnd();
    }

    static boolean isSignedData(ASN1Encodable element) {
        ASN1Sequence sequence = ASN1Sequence.getInstance(element);
        SignedDataShape shape = new SignedDataShape(sequence);
        boolean head = shape.next(ASN1Integer.class)
                && shape.next(ASN1Set.class)
                && shape.next(ASN1Sequence.class)
                && isEncapsulated(sequence.getObjectAt(2));
        return head && shape.skip(0) && shape.skip(1) && shape.next(ASN1Set.class) && shape.isAtEnd();
    }

    /** A type and, where the content is inside, an octet string. */
    private static boolean isEncapsulated(ASN1Encodable element) {
        ASN1Sequence sequence = ASN1Sequence.getInstance(element);
        SignedDataShape shape = new SignedDataShape(sequence);
        if (!shape.next(ASN1ObjectIdentifier.class)) {
            return false;
        }
        return shape.isAtEnd()
                || (shape.tagged(0)
                        && shape.isAtEnd()
                        && ((ASN1TaggedObject) sequence.getObjectAt(1).toASN1Primitive()).getExplicitBaseObject()
                                instanceof ASN1OctetString);
    }

    static boolean isSignerInfo(ASN1Encodable element) {
        SignedDataShape shape = new SignedDataShape(ASN1Sequence.getInstance(element));
        boolean head = shape.next(ASN1Integer.class)
                && (shape.next(ASN1Sequence.class) || shape.tagged(0))
                && shape.next(ASN1Sequence.class)
                && shape.skip(0);
        return head
                && shape.next(ASN1Sequence.class)
                && shape.next(ASN1OctetString.class)
                && shape.skip(1)
                && shape.isAtEnd();
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

    /** Goes past it if it is there; a set with nothing in it is left out by those who write one. */
    private boolean skip(int number) {
        return !tagged(number)
                || ASN1Set.getInstance(
                                        (ASN1TaggedObject)
                                                sequence.getObjectAt(at - 1).toASN1Primitive(),
                                        false)
                                .size()
                        > 0;
    }

    private boolean isAtEnd() {
        return at == sequence.size();
    }
}
