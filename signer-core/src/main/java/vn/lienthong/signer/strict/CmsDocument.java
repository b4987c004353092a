package vn.lienthong.signer.strict;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.ASN1TaggedObject;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.OtherRevocationInfoFormat;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
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
            CmsDocumentFault.KIND_UNKNOWN);

    private static final Set<ASN1ObjectIdentifier> TIMESTAMPS = Set.of(
            PKCSObjectIdentifiers.id_aa_signatureTimeStampToken,
            PKCSObjectIdentifiers.id_aa_ets_archiveTimestamp,
            new ASN1ObjectIdentifier("0.4.0.1733.2.4")); // archive-time-stamp-v3

    private final SignedData signedData;
    private final List<SignerInfo> signers;
    private final EnumSet<CmsDocumentFault> faults = EnumSet.noneOf(CmsDocumentFault.class);
    private final List<byte[]> certificates = new ArrayList<>();
    private final List<byte[]> timestampCertificates = new ArrayList<>();
    private final List<byte[]> crls = new ArrayList<>();
    private final List<byte[]> ocspResponses = new ArrayList<>();

    private CmsDocument(SignedData signedData, List<SignerInfo> signers) {
        this.signedData = signedData;
        this.signers = signers;
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
            CmsDocument document = new CmsDocument(signedData, signers);
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
        collectCertificates();
        collectRevocationData();
        for (SignerInfo signer : signers) {
            header(signer);
            attributes(signer);
            unsigned(signer);
        }
    }

    private void collectCertificates() throws IOException {
        for (ASN1Encodable item : items(signedData.getCertificates())) {
            if (item.toASN1Primitive() instanceof ASN1TaggedObject) {
                faults.add(CmsDocumentFault.KIND_UNKNOWN);
            } else {
                certificates.add(item.toASN1Primitive().getEncoded());
            }
        }
    }

    private void collectRevocationData() throws IOException {
        for (ASN1Encodable item : items(signedData.getCRLs())) {
            if (!(item.toASN1Primitive() instanceof ASN1TaggedObject other)) {
                crls.add(item.toASN1Primitive().getEncoded());
                continue;
            }
            OtherRevocationInfoFormat format = OtherRevocationInfoFormat.getInstance(other, false);
            if (format.getInfoFormat().equals(CMSObjectIdentifiers.id_ri_ocsp_response)
                    || format.getInfoFormat().getId().equals("1.3.6.1.5.5.7.48.1.1")) {
                ocspResponses.add(format.getInfo().toASN1Primitive().getEncoded());
            } else {
                faults.add(CmsDocumentFault.KIND_UNKNOWN);
            }
        }
    }

    private static List<ASN1Encodable> items(@org.jspecify.annotations.Nullable ASN1Set set) {
        return set == null ? List.of() : List.of(set.toArray());
    }

    private void header(SignerInfo signer) {
        boolean bySubjectKey = signer.getSID().isTagged();
        boolean algorithmListed = false;
        for (ASN1Encodable listed : signedData.getDigestAlgorithms()) {
            algorithmListed |= AlgorithmIdentifier.getInstance(listed)
                    .getAlgorithm()
                    .equals(signer.getDigestAlgorithm().getAlgorithm());
        }
        if (!signer.getVersion().hasValue(bySubjectKey ? 3 : 1)
                || !algorithmListed
                || !signedData.getVersion().hasValue(version())) {
            faults.add(CmsDocumentFault.HEADER_WRONG);
        }
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

    private static boolean hasTag(@org.jspecify.annotations.Nullable ASN1Set set, int number) {
        return items(set).stream()
                .anyMatch(i -> i.toASN1Primitive() instanceof ASN1TaggedObject tagged && tagged.getTagNo() == number);
    }

    private void attributes(SignerInfo signer) throws IOException {
        Optional<X509CertificateHolder> certificate = certificateOf(signer);
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
                && hasTwinOfKey(certificate.get())) {
            faults.add(CmsDocumentFault.SIGNING_CERTIFICATE_WRONG);
        }
    }

    private Optional<X509CertificateHolder> certificateOf(SignerInfo signer) throws IOException {
        List<X509CertificateHolder> matching = new ArrayList<>();
        for (byte[] der : certificates) {
            X509CertificateHolder holder = new X509CertificateHolder(der);
            if (SignerMatch.is(signer.getSID(), holder) && !matching.contains(holder)) {
                matching.add(holder);
            }
        }
        return matching.size() == 1 ? Optional.of(matching.getFirst()) : Optional.empty();
    }

    private boolean hasTwinOfKey(X509CertificateHolder certificate) throws IOException {
        for (byte[] der : certificates) {
            X509CertificateHolder other = new X509CertificateHolder(der);
            if (!other.equals(certificate)
                    && other.getSubjectPublicKeyInfo().equals(certificate.getSubjectPublicKeyInfo())) {
                return true;
            }
        }
        return false;
    }

    private void unsigned(SignerInfo signer) throws IOException {
        for (ASN1Encodable item : items(signer.getUnauthenticatedAttributes())) {
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
    private void timestamp(byte[] token, byte @org.jspecify.annotations.Nullable [] signatureValue) {
        boolean holds = signatureValue == null || SignatureTimestamp.holds(token, signatureValue);
        if (!holds || !(read(token) instanceof Reading.Read(CmsDocument document))) {
            faults.add(CmsDocumentFault.TIMESTAMP_BROKEN);
            return;
        }
        if (!document.isWellFormed()) {
            faults.add(CmsDocumentFault.TIMESTAMP_BROKEN);
        }
        timestampCertificates.addAll(document.certificates());
        crls.addAll(document.crls);
        ocspResponses.addAll(document.ocspResponses);
    }

    /** Whether what its signatures leave open has the form that it must have; a timestamp's must, too. */
    public boolean isWellFormed() {
        return faults.stream().noneMatch(FORM::contains);
    }

    /** Signatures, counter-signatures too. */
    public int count() {
        int count = 0;
        for (SignerInfo signer : signers) {
            count += count(signer);
        }
        return count;
    }

    private static int count(SignerInfo signer) {
        int count = 1;
        for (ASN1Encodable item : items(signer.getUnauthenticatedAttributes())) {
            Attribute attribute = Attribute.getInstance(item);
            if (attribute.getAttrType().equals(PKCSObjectIdentifiers.pkcs_9_at_counterSignature)) {
                for (ASN1Encodable counter : attribute.getAttrValues()) {
                    count += count(SignerInfo.getInstance(counter));
                }
            }
        }
        return count;
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
        List<byte[]> all = new ArrayList<>(certificates);
        all.addAll(timestampCertificates);
        return all;
    }

    /** In DER, as they are carried. */
    public List<byte[]> crls() {
        return List.copyOf(crls);
    }

    /** In DER, as they are carried. */
    public List<byte[]> ocspResponses() {
        return List.copyOf(ocspResponses);
    }
}
