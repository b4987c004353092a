package vn.lienthong.signer.cms;

import java.util.Optional;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import vn.lienthong.signer.algorithm.Bytes;

/**
 * A signature that a token made, before it is put into signed data: a timestamp over it may be added. Immutable and
 * thread-safe.
 *
 * <p>Source: RFC 5652 §5.
 */
public final class CmsSignature {
    private static final byte[] VERSION_1 = {Der.INTEGER, 1, 1};
    private static final byte[] VERSION_3 = {Der.INTEGER, 1, 3};
    private static final byte[] SIGNED_DATA = Der.of(CMSObjectIdentifiers.signedData);

    private final CmsContent content;
    private final SignerParts signer;
    private final byte[] certificates;
    private final byte[] signedAttributes;
    private final Bytes value;
    private final byte[] unsignedAttributes;

    private CmsSignature(
            CmsContent content,
            SignerParts signer,
            byte[] certificates,
            byte[] signedAttributes,
            Bytes value,
            byte[] unsignedAttributes) {
        this.content = content;
        this.signer = signer;
        this.certificates = certificates;
        this.signedAttributes = signedAttributes;
        this.value = value;
        this.unsignedAttributes = unsignedAttributes;
    }

    /**
     * A signature without unsigned attributes.
     *
     * @param certificates with their tag, as {@link SignerParts#certificateSet} makes them
     * @param signedAttributes the SET that was signed
     */
    static CmsSignature of(
            CmsContent content, SignerParts signer, byte[] certificates, byte[] signedAttributes, Bytes value) {
        return new CmsSignature(content, signer, certificates, signedAttributes, value, new byte[0]);
    }

    /** The octets that the token gave: what a signature timestamp is over. */
    public Bytes value() {
        return value;
    }

    /** The same signature with that timestamp token over it. Source: ETSI EN 319 122-1 §5.3. */
    public CmsSignature with(Bytes timestampToken) {
        byte[] attribute = SignedAttributes.attribute(
                PKCSObjectIdentifiers.id_aa_signatureTimeStampToken, timestampToken.toArray());
        return new CmsSignature(
                content, signer, certificates, signedAttributes, value, Der.element(Der.CONTEXT_0 + 1, attribute));
    }

    /** The DER of the whole, its content inside if it travels inside. */
    public Bytes contentInfo() {
        Optional<Bytes> embedded = content.embedded();
        if (embedded.isEmpty()) {
            Enclosure whole = enclosure(Der.element(Der.SEQUENCE, contentType()), 0);
            return Bytes.of(
                    concatenated(whole.header().toArray(), whole.trailer().toArray()));
        }
        Enclosure around = around(embedded.get().length());
        return Bytes.of(concatenated(
                around.header().toArray(),
                embedded.get().toArray(),
                around.trailer().toArray()));
    }

    /** The DER of the whole in two halves, between which that many octets of content belong. */
    public Enclosure around(long contentLength) {
        byte[] octets = Der.header(Der.OCTET_STRING, contentLength);
        byte[] explicit = concatenated(Der.header(Der.CONTEXT_0, octets.length + contentLength), octets);
        byte[] start = concatenated(
                Der.header(Der.SEQUENCE, contentType().length + explicit.length + contentLength),
                contentType(),
                explicit);
        return enclosure(start, contentLength);
    }

    /** What comes before the content and what comes after it. */
    public record Enclosure(Bytes header, Bytes trailer) {}

    private Enclosure enclosure(byte[] encapsulatedStart, long contentLength) {
        byte[] before = concatenated(version(), Der.element(Der.SET, signer.digestAlgorithm), encapsulatedStart);
        byte[] after = concatenated(certificates, Der.element(Der.SET, signerInfo()));
        byte[] signedData = Der.header(Der.SEQUENCE, before.length + contentLength + after.length);
        long inner = signedData.length + before.length + contentLength + after.length;
        byte[] explicit = Der.header(Der.CONTEXT_0, inner);
        byte[] contentInfo = Der.header(Der.SEQUENCE, SIGNED_DATA.length + explicit.length + inner);
        return new Enclosure(
                Bytes.of(concatenated(contentInfo, SIGNED_DATA, explicit, signedData, before)), Bytes.of(after));
    }

    /** RFC 5652 §5.1: 1 for id-data with a signer by issuer and serial number, 3 for any other content. */
    private byte[] version() {
        return content.type().equals(CMSObjectIdentifiers.data) ? VERSION_1 : VERSION_3;
    }

    private byte[] contentType() {
        return Der.of(content.type());
    }

    private byte[] signerInfo() {
        byte[] implicit = signedAttributes.clone();
        implicit[0] = (byte) Der.CONTEXT_0;
        return Der.element(
                Der.SEQUENCE,
                VERSION_1,
                signer.identifier,
                signer.digestAlgorithm,
                implicit,
                signer.signatureAlgorithm,
                Der.element(Der.OCTET_STRING, value.toArray()),
                unsignedAttributes);
    }

    private static byte[] concatenated(byte[]... parts) {
        int length = 0;
        for (byte[] part : parts) {
            length += part.length;
        }
        byte[] whole = new byte[length];
        int at = 0;
        for (byte[] part : parts) {
            System.arraycopy(part, 0, whole, at, part.length);
            at += part.length;
        }
        return whole;
    }
}
