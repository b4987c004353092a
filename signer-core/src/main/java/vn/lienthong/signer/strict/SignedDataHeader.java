package vn.lienthong.signer.strict;

import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.ASN1TaggedObject;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.jspecify.annotations.Nullable;

/** The versions and digest algorithms that nothing signs, and that follow from the rest. Source: RFC 5652 §5.1, §5.3. */
record SignedDataHeader(SignedData signedData, List<SignerInfo> signers) {

    /** Whether they are what the standard lays down for that signer. */
    boolean fits(SignerInfo signer) {
        boolean bySubjectKey = signer.getSID().isTagged();
        boolean algorithmListed = false;
        for (ASN1Encodable listed : signedData.getDigestAlgorithms()) {
            algorithmListed |= AlgorithmIdentifier.getInstance(listed)
                    .getAlgorithm()
                    .equals(signer.getDigestAlgorithm().getAlgorithm());
        }
        return signer.getVersion().hasValue(bySubjectKey ? 3 : 1)
                && algorithmListed
                && signedData.getVersion().hasValue(version());
    }

    /** RFC 5652 §5.1. */
    private int version() {
        if (hasTag(signedData.getCertificates(), 3) || hasTag(signedData.getCRLs(), 1)) {
            return 5;
        }
        if (hasTag(signedData.getCertificates(), 2)) {
            return 4;
        }
        boolean three = hasTag(signedData.getCertificates(), 1)
                || !signedData.getEncapContentInfo().getContentType().equals(CMSObjectIdentifiers.data)
                || signers.stream().anyMatch(s -> s.getVersion().hasValue(3));
        return three ? 3 : 1;
    }

    private static boolean hasTag(@Nullable ASN1Set set, int number) {
        return CarriedItems.items(set).stream()
                .anyMatch(i -> i.toASN1Primitive() instanceof ASN1TaggedObject tagged && tagged.getTagNo() == number);
    }
}
