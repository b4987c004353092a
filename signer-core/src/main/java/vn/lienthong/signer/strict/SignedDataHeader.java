package vn.lienthong.signer.strict;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.ASN1TaggedObject;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.jspecify.annotations.Nullable;

/** The versions and digest algorithms that nothing signs, and that follow from the rest. Source: RFC 5652 §5.1, §5.3. */
record SignedDataHeader(SignedData signedData, List<SignerInfo> signers) {

    /**
     * Whether they are what the standard lays down: every signer's digest algorithm is listed, once in each spelling, and
     * none that nobody uses.
     */
    boolean fits(Set<ASN1ObjectIdentifier> used) {
        Set<AlgorithmIdentifier> listed = new HashSet<>();
        Set<ASN1ObjectIdentifier> algorithms = new HashSet<>();
        boolean plain = true;
        for (ASN1Encodable item : signedData.getDigestAlgorithms()) {
            AlgorithmIdentifier algorithm = AlgorithmIdentifier.getInstance(item);
            plain &= AlgorithmSpelling.isPlain(algorithm) && listed.add(algorithm);
            algorithms.add(algorithm.getAlgorithm());
        }
        return plain
                && used.containsAll(algorithms)
                && signers.stream()
                        .allMatch(signer ->
                                algorithms.contains(signer.getDigestAlgorithm().getAlgorithm()))
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
