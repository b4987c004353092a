package vn.lienthong.signer.strict;

import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;

/** A signer with the signatures over its signature. Source: RFC 5652 §11.4. */
final class CounterSigned {
    private CounterSigned() {}

    /** Signatures, counter-signatures of counter-signatures too. */
    static int count(SignerInfo signer) {
        int count = 1;
        for (ASN1Encodable item : CarriedItems.items(signer.getUnauthenticatedAttributes())) {
            Attribute attribute = Attribute.getInstance(item);
            if (attribute.getAttrType().equals(PKCSObjectIdentifiers.pkcs_9_at_counterSignature)) {
                for (ASN1Encodable counter : attribute.getAttrValues()) {
                    count += count(SignerInfo.getInstance(counter));
                }
            }
        }
        return count;
    }
}
