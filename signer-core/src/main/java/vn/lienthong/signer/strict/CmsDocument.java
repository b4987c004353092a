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
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.jspecify.annotations.Nullable;

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

    private static final Set<ASN1ObjectIdentifier> TIMESTAMPS = Set.of(
            PKCSObjectIdentifiers.id_aa_signatureTimeStampToken,
            PKCSObjectIdentifiers.id_aa_ets_archiveTimestamp,
            new ASN1ObjectIdentifier("0.4.0.1733.2.4")); // archive-time-stamp-v3

    private final SignedData signedData;
    private final List<SignerInfo> signers;
    private final EnumSet<CmsDocumentFault> faults = EnumSet.noneOf(CmsDocumentFault.class);
    private final CarriedItems carried;
    private final List<CarriedItems> ofTimestamps = new ArrayList<>();

    private CmsDocument(SignedData signedData, List<SignerInfo> signers, CarriedItems carried) {
        this.signedData = signedData;
        this.signers = signers;
        this.carried = carried;
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
    public static Reading read(byte[] octets) {
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
            CmsDocument document = new CmsDocument(signedData, signers, CarriedItems.of(signedData));
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
        SignedDataHeader header = new SignedDataHeader(signedData, signers);
        for (SignerInfo signer : signers) {
            if (!header.fits(signer)) {
                faults.add(CmsDocumentFault.HEADER_WRONG);
            }
            attributes(signer);
            unsigned(signer);
        }
    }

    private void attributes(SignerInfo signer) throws IOException {
        Optional<X509CertificateHolder> certificate = carried.certificateOf(signer);
        if (certificate.isEmpty()) {
            faults.add(CmsDocumentFault.SIGNER_IDENTIFIER_WRONG);
        }
        if (signer.getAuthenticatedAttributes() == null) {
            faults.add(CmsDocumentFault.NO_SIGNED_ATTRIBUTES);
            if (content().filter(SignedAttributesCheck::looksLikeAttributes).isPresent()) {
                faults.add(CmsDocumentFault.CONTENT_IS_SIGNED_ATTRIBUTES);
            }
            return;
        }
        Set<CmsDocumentFault> found = new SignedAttributesCheck(signer.getAuthenticatedAttributes())
                .faults(signedData.getEncapContentInfo().getContentType(), certificate);
        faults.addAll(found);
        if (found.contains(CmsDocumentFault.SIGNING_CERTIFICATE_NOT_BOUND)
                && certificate.isPresent()
                && carried.hasTwinOfKey(certificate.get())) {
            faults.add(CmsDocumentFault.SIGNING_CERTIFICATE_WRONG);
        }
    }

    private void unsigned(SignerInfo signer) throws IOException {
        for (ASN1Encodable item : CarriedItems.items(signer.getUnauthenticatedAttributes())) {
            Attribute attribute = Attribute.getInstance(item);
            if (!StrictCms.UNSIGNED_ATTRIBUTES.contains(attribute.getAttrType())
                    || attribute.getAttrValues().size() == 0) {
                faults.add(CmsDocumentFault.UNSIGNED_ATTRIBUTE_UNKNOWN);
            } else if (TIMESTAMPS.contains(attribute.getAttrType())) {
                boolean overValue = attribute.getAttrType().equals(PKCSObjectIdentifiers.id_aa_signatureTimeStampToken);
                for (ASN1Encodable token : attribute.getAttrValues()) {
                    timestamp(
                            token.toASN1Primitive().getEncoded(),
                            overValue ? signer.getEncryptedDigest().getOctets() : null);
                }
            }
        }
    }

    /** What a timestamp imprints is asked here only where it is the signature value; DSS asks it of each. */
    private void timestamp(byte[] token, byte @Nullable [] signatureValue) {
        boolean holds = signatureValue == null || SignatureTimestamp.holds(token, signatureValue);
        if (!holds || !(read(token) instanceof Reading.Read(CmsDocument document))) {
            faults.add(CmsDocumentFault.TIMESTAMP_BROKEN);
            return;
        }
        if (!document.isWellFormed()) {
            faults.add(CmsDocumentFault.TIMESTAMP_BROKEN);
        }
        ofTimestamps.add(document.carried);
        ofTimestamps.addAll(document.ofTimestamps);
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
        return Stream.concat(Stream.of(carried), ofTimestamps.stream())
                .flatMap(items -> kind.apply(items).stream())
                .toList();
    }
}
