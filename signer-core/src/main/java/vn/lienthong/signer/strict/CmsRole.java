package vn.lienthong.signer.strict;

import java.util.Set;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.cms.Attribute;

/** What a SignedData is there for: that decides which unsigned attributes its signers may have. */
public enum CmsRole {
    /** A document of its own. Source: EN 319 122-1 §5. */
    DOCUMENT,
    /** A timestamp, with evidence on its own signer at most. */
    TIMESTAMP,
    /** An archive timestamp, which says in an attribute what it covers. Source: EN 319 122-1 §5.5.2. */
    TIMESTAMP_WITH_HASH_INDEX;

    private static final Set<ASN1ObjectIdentifier> EVIDENCE =
            Set.of(UnsignedKinds.CERTIFICATES, UnsignedKinds.REVOCATION);

    boolean admits(Attribute attribute) {
        ASN1ObjectIdentifier kind = attribute.getAttrType();
        return EVIDENCE.contains(kind)
                || switch (this) {
                    case DOCUMENT ->
                        kind.equals(UnsignedKinds.COUNTER_SIGNATURE)
                                || UnsignedKinds.REFERENCES.contains(kind)
                                || UnsignedKinds.TIMESTAMPS.contains(kind);
                    case TIMESTAMP -> false;
                    case TIMESTAMP_WITH_HASH_INDEX ->
                        UnsignedKinds.HASH_INDEXES.contains(kind)
                                && attribute.getAttrValues().size() == 1;
                };
    }
}
