package vn.lienthong.signer.cms;

import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import vn.lienthong.signer.algorithm.Bytes;
import vn.lienthong.signer.algorithm.Digest;
import vn.lienthong.signer.algorithm.DigestAlgorithm;

/**
 * What is signed: its type, its digest, and itself if it travels inside.
 *
 * @param embedded empty for a detached signature
 */
public record CmsContent(ASN1ObjectIdentifier type, Digest digest, Optional<Bytes> embedded) {

    /** Content of type id-data that stays outside. */
    public static CmsContent detached(Digest digest) {
        return new CmsContent(CMSObjectIdentifiers.data, digest, Optional.empty());
    }

    /** Content that travels inside. */
    public static CmsContent embedded(ASN1ObjectIdentifier type, byte[] content, DigestAlgorithm algorithm) {
        return new CmsContent(type, algorithm.digest(content), Optional.of(Bytes.of(content)));
    }
}
