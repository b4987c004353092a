package vn.lienthong.signer.strict;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.tsp.TSTInfo;
import org.bouncycastle.cert.X509CertificateHolder;

/**
 * A CMS SignedData as a document of its own: any number of signers, BER or DER, content inside or elsewhere. Looks at what
 * the signatures leave open and at what they are said to sign; whether they hold is asked elsewhere.
 *
 * <p>Source: RFC 5652 §5 and §11, EN 319 122-1 §5.
 */
public final class CmsDocument {
    private static final int MAX_SIGNERS = 100;
    /** What a timestamp must not have either; its certificates are looked at with all others, if they are certificates. */
    private static final Set<CmsDocumentFault> FORM = Set.of(
            CmsDocumentFault.ENCODING_WRONG,
            CmsDocumentFault.HEADER_WRONG,
            CmsDocumentFault.SIGNED_ATTRIBUTES_WRONG,
            CmsDocumentFault.CONTENT_TYPE_WRONG,
            CmsDocumentFault.SIGNING_CERTIFICATE_WRONG,
            CmsDocumentFault.UNSIGNED_ATTRIBUTE_UNKNOWN,
            CmsDocumentFault.TIMESTAMP_BROKEN,
            CmsDocumentFault.KIND_UNKNOWN);

    private final ContentInfo content;
    private final SignedData signedData;
    private final List<SignerInfo> signers;
    private final EnumSet<CmsDocumentFault> faults = EnumSet.noneOf(CmsDocumentFault.class);
    private final CarriedItems carried;
    private final SignerLook look;

    private CmsDocument(
            ContentInfo content, SignedData signedData, List<SignerInfo> signers, CarriedItems carried, CmsRole role) {
        this.content = content;
        this.signedData = signedData;
        this.signers = signers;
        this.carried = carried;
        this.look = new SignerLook(carried, role);
    }

    /** The document, or the fault that keeps it from being read. */
    public sealed interface Reading {
        /** Read, whatever else is wrong with it. */
        record Read(CmsDocument document) implements Reading {}

        /** Not read. */
        record Refused(CmsDocumentFault fault) implements Reading {}
    }

    /**
     * Reads the octets.
     *
     * @param octets one BER element that nests no deeper than a parser by recursion can go
     */
    public static Reading read(byte[] octets, CmsRole role) {
        try {
            ASN1Primitive whole = ASN1Primitive.fromByteArray(octets);
            if (!Arrays.equals(whole.getEncoded(), octets)) {
                // lengths of more octets than they need, stray end-of-contents: each reader has its own patience
                return new Reading.Refused(CmsDocumentFault.ENCODING_WRONG);
            }
            ContentInfo content = ContentInfo.getInstance(whole);
            if (!content.getContentType().equals(CMSObjectIdentifiers.signedData)) {
                return new Reading.Refused(CmsDocumentFault.NOT_SIGNED_DATA);
            }
            SignedData signedData = SignedData.getInstance(content.getContent());
            if (signedData.getSignerInfos().size() > MAX_SIGNERS) {
                return new Reading.Refused(CmsDocumentFault.ENCODING_WRONG);
            }
            List<SignerInfo> signers = new ArrayList<>();
            for (ASN1Encodable signer : signedData.getSignerInfos()) {
                signers.add(SignerInfo.getInstance(signer));
            }
            CmsDocument document = new CmsDocument(content, signedData, signers, CarriedItems.of(signedData), role);
            document.look(whole);
            return new Reading.Read(document);
        } catch (IOException | RuntimeException e) {
            // Bouncy Castle answers hostile ASN.1 with ClassCastException, IllegalStateException and others
            return new Reading.Refused(CmsDocumentFault.ENCODING_WRONG);
        }
    }

    private void look(ASN1Primitive whole) throws IOException {
        boolean shaped = SignedDataShape.isContentInfo(whole)
                && SignedDataShape.isSignedData(ContentInfo.getInstance(whole).getContent());
        for (ASN1Encodable signer : signedData.getSignerInfos()) {
            shaped &= SignedDataShape.isSignerInfo(signer);
        }
        if (!shaped) {
            faults.add(CmsDocumentFault.ENCODING_WRONG);
        }
        if (carried.hasUnknownKind()) {
            faults.add(CmsDocumentFault.KIND_UNKNOWN);
        }
        ASN1ObjectIdentifier type = signedData.getEncapContentInfo().getContentType();
        for (SignerInfo signer : signers) {
            look.signer(signer, Optional.of(type));
        }
        faults.addAll(look.faults());
        if (!new SignedDataHeader(signedData, signers).fits(look.digests())) {
            faults.add(CmsDocumentFault.HEADER_WRONG);
        }
        if (signers.stream().anyMatch(s -> s.getAuthenticatedAttributes() == null)
                && content().filter(SignedAttributesCheck::looksLikeAttributes).isPresent()) {
            faults.add(CmsDocumentFault.CONTENT_IS_SIGNED_ATTRIBUTES);
        }
        if (look.values().stream().anyMatch(CarriedItems::hasUnknownKind)) {
            faults.add(CmsDocumentFault.KIND_UNKNOWN);
        }
    }

    /** Whether what its signatures leave open has the form that it must have; a timestamp's must, too. */
    public boolean isWellFormed() {
        return faults.stream().noneMatch(FORM::contains);
    }

    /** Signatures, counter-signatures too. */
    public int count() {
        return signers.stream().mapToInt(CounterSigned::count).sum();
    }

    /** Whether the content is inside: then nothing outside is signed. */
    public boolean hasContent() {
        return signedData.getEncapContentInfo().getContent() != null;
    }

    private Optional<byte[]> content() {
        ASN1Encodable content = signedData.getEncapContentInfo().getContent();
        return content instanceof ASN1OctetString octets ? Optional.of(octets.getOctets()) : Optional.empty();
    }

    public Set<CmsDocumentFault> faults() {
        return Set.copyOf(faults);
    }

    /** The algorithm of a timestamp's imprint; empty if the content is none. */
    Optional<ASN1ObjectIdentifier> imprintAlgorithm() {
        return signedData.getEncapContentInfo().getContentType().equals(PKCSObjectIdentifiers.id_ct_TSTInfo)
                ? content()
                        .map(octets -> TSTInfo.getInstance(octets)
                                .getMessageImprint()
                                .getHashAlgorithm()
                                .getAlgorithm())
                : Optional.empty();
    }

    /** Timestamps on its signatures and over its content: a validator that tells of fewer left one aside. */
    public int countTimestamps() {
        return look.timestamps().size() + look.contentTimestamps();
    }

    /** The timestamps on its signatures that can be read. */
    public List<CmsDocument> timestamps() {
        return look.timestamps();
    }

    /**
     * Whether each signer's identifier names, octet by octet, a certificate of its own or one of those, and the signature
     * is by its key. Says nothing of what is signed elsewhere, nor of trust.
     */
    public boolean isSignedAmong(List<X509CertificateHolder> certificates) {
        return SignedAmong.holds(
                content,
                Stream.concat(carried.holders().stream(), certificates.stream()).toList());
    }

    /** In DER, as they are carried, by timestamps too. */
    public List<byte[]> certificates() {
        return all(CarriedItems::certificates);
    }

    /** In DER, as they are carried. */
    public List<byte[]> crls() {
        return all(CarriedItems::crls);
    }

    /** In DER, as they are carried. */
    public List<byte[]> ocspResponses() {
        return all(CarriedItems::ocspResponses);
    }

    private List<byte[]> all(Function<CarriedItems, List<byte[]>> kind) {
        Stream<byte[]> own =
                Stream.concat(Stream.of(carried), look.values().stream()).flatMap(items -> kind.apply(items).stream());
        return Stream.concat(own, look.timestamps().stream().flatMap(token -> token.all(kind).stream()))
                .toList();
    }
}
