package vn.lienthong.signer.strict;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import vn.lienthong.signer.strict.CmsDocument.Reading;

/**
 * The signers of one SignedData and those who counter-signed them: what their signatures leave open, and what hangs on
 * them unsigned.
 *
 * <p>Source: RFC 5652 §5.3 and §11.4, EN 319 122-1 §5.
 */
final class SignerLook {
    private final CarriedItems carried;
    private final CmsRole role;
    private final EnumSet<CmsDocumentFault> faults = EnumSet.noneOf(CmsDocumentFault.class);
    private final List<CarriedItems> values = new ArrayList<>();
    private final List<CmsDocument> timestamps = new ArrayList<>();
    private final Set<ASN1ObjectIdentifier> digests = new HashSet<>();
    private int contentTimestamps;

    SignerLook(CarriedItems carried, CmsRole role) {
        this.carried = carried;
        this.role = role;
    }

    /** @param contentType what is signed; empty for a counter-signature, which signs a signature and says no type */
    void signer(SignerInfo signer, Optional<ASN1ObjectIdentifier> contentType) throws IOException {
        Optional<X509CertificateHolder> certificate = carried.certificateOf(signer);
        if (certificate.isEmpty()) {
            faults.add(CmsDocumentFault.SIGNER_IDENTIFIER_WRONG);
        }
        digests.add(signer.getDigestAlgorithm().getAlgorithm());
        if (!signer.getVersion().hasValue(signer.getSID().isTagged() ? 3 : 1)
                || !AlgorithmSpelling.isPlain(signer.getDigestAlgorithm())
                || !AlgorithmSpelling.isPlainSignature(signer.getDigestEncryptionAlgorithm(), certificate)) {
            faults.add(CmsDocumentFault.HEADER_WRONG);
        }
        signed(signer, contentType, certificate);
        for (ASN1Encodable attribute : CarriedItems.items(signer.getUnauthenticatedAttributes())) {
            unsigned(signer, attribute);
        }
    }

    private void signed(
            SignerInfo signer, Optional<ASN1ObjectIdentifier> contentType, Optional<X509CertificateHolder> certificate)
            throws IOException {
        if (signer.getAuthenticatedAttributes() == null) {
            faults.add(CmsDocumentFault.NO_SIGNED_ATTRIBUTES);
            return;
        }
        for (ASN1Encodable element : signer.getAuthenticatedAttributes()) {
            Attribute attribute = Attribute.getInstance(element);
            if (attribute.getAttrType().equals(PKCSObjectIdentifiers.id_aa_ets_contentTimestamp)) {
                contentTimestamps += attribute.getAttrValues().size();
            }
        }
        Set<CmsDocumentFault> found =
                new SignedAttributesCheck(signer.getAuthenticatedAttributes()).faults(contentType, certificate);
        faults.addAll(found);
        if (found.contains(CmsDocumentFault.SIGNING_CERTIFICATE_NOT_BOUND)
                && certificate.isPresent()
                && carried.hasTwinOfKey(certificate.get())) {
            faults.add(CmsDocumentFault.SIGNING_CERTIFICATE_WRONG);
        }
    }

    private void unsigned(SignerInfo signer, ASN1Encodable element) throws IOException {
        Attribute attribute = Attribute.getInstance(element);
        ASN1ObjectIdentifier kind = attribute.getAttrType();
        if (ASN1Sequence.getInstance(element).size() != 2
                || attribute.getAttrValues().size() == 0
                || !role.admits(attribute)) {
            faults.add(CmsDocumentFault.UNSIGNED_ATTRIBUTE_UNKNOWN);
            return;
        }
        for (ASN1Encodable value : attribute.getAttrValues()) {
            if (UnsignedKinds.TIMESTAMPS.contains(kind)) {
                timestamp(signer, kind, value.toASN1Primitive().getEncoded());
            } else if (kind.equals(UnsignedKinds.COUNTER_SIGNATURE)) {
                counterSigner(value);
            } else if (UnsignedKinds.REFERENCES.contains(kind)) {
                faults.add(CmsDocumentFault.ATTRIBUTE_NOT_CHECKED);
            } else if (kind.equals(UnsignedKinds.CERTIFICATES)) {
                values(CarriedItems.ofCertificateValues(value));
            } else if (kind.equals(UnsignedKinds.REVOCATION)) {
                values(CarriedItems.ofRevocationValues(value));
            }
        }
    }

    private void values(Optional<CarriedItems> items) {
        items.ifPresentOrElse(values::add, () -> faults.add(CmsDocumentFault.UNSIGNED_ATTRIBUTE_UNKNOWN));
    }

    private void counterSigner(ASN1Encodable element) throws IOException {
        if (!SignedDataShape.isSignerInfo(element)) {
            faults.add(CmsDocumentFault.ENCODING_WRONG);
            return;
        }
        signer(SignerInfo.getInstance(element), Optional.empty());
    }

    /** What a timestamp imprints is asked here only where it is the signature value; DSS asks it of each. */
    private void timestamp(SignerInfo signer, ASN1ObjectIdentifier kind, byte[] token) {
        boolean overValue = kind.equals(UnsignedKinds.TIMESTAMP);
        boolean holds = !overValue
                || SignatureTimestamp.holds(token, signer.getEncryptedDigest().getOctets());
        CmsRole tokensRole =
                kind.equals(UnsignedKinds.ARCHIVE_TIMESTAMP_V3) ? CmsRole.TIMESTAMP_WITH_HASH_INDEX : CmsRole.TIMESTAMP;
        if (!holds || !(CmsDocument.read(token, tokensRole) instanceof Reading.Read(CmsDocument document))) {
            faults.add(CmsDocumentFault.TIMESTAMP_BROKEN);
            return;
        }
        if (!document.isWellFormed()) {
            faults.add(CmsDocumentFault.TIMESTAMP_BROKEN);
        }
        timestamps.add(document);
        if (!overValue) {
            document.imprintAlgorithm().ifPresent(digests::add);
        }
    }

    Set<CmsDocumentFault> faults() {
        return faults;
    }

    /** Evidence in attributes. */
    List<CarriedItems> values() {
        return values;
    }

    List<CmsDocument> timestamps() {
        return timestamps;
    }

    /** Timestamps over the content, which are signed. */
    int contentTimestamps() {
        return contentTimestamps;
    }

    /** Every digest algorithm that a signer, a counter-signer or an archive timestamp of theirs uses. */
    Set<ASN1ObjectIdentifier> digests() {
        return digests;
    }
}
