package vn.lienthong.signer.strict;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Enumerated;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.ASN1TaggedObject;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.jspecify.annotations.Nullable;

/**
 * The certificates and revocation data that a SignedData carries beside its signatures, in DER. Source: RFC 5652 §10.2.
 *
 * @param hasUnknownKind whether there is something else among them
 */
record CarriedItems(List<byte[]> certificates, List<byte[]> crls, List<byte[]> ocspResponses, boolean hasUnknownKind) {
    private static final ASN1ObjectIdentifier OCSP_RESPONSE = CMSObjectIdentifiers.id_ri_ocsp_response;

    /** As which some write a response without its envelope. */
    private static final ASN1ObjectIdentifier BASIC_OCSP_RESPONSE = OCSPObjectIdentifiers.id_pkix_ocsp_basic;

    static CarriedItems of(SignedData signedData) throws IOException {
        List<byte[]> certificates = new ArrayList<>();
        boolean unknown = false;
        for (ASN1Encodable item : items(signedData.getCertificates())) {
            if (item.toASN1Primitive() instanceof ASN1TaggedObject) {
                unknown = true;
            } else {
                certificates.add(item.toASN1Primitive().getEncoded());
            }
        }
        List<byte[]> crls = new ArrayList<>();
        List<byte[]> ocspResponses = new ArrayList<>();
        for (ASN1Encodable item : items(signedData.getCRLs())) {
            if (!(item.toASN1Primitive() instanceof ASN1TaggedObject other)) {
                crls.add(item.toASN1Primitive().getEncoded());
                continue;
            }
            Optional<byte[]> response = ocspResponse(other);
            response.ifPresent(ocspResponses::add);
            unknown |= response.isEmpty();
        }
        return new CarriedItems(certificates, crls, ocspResponses, unknown);
    }

    /** [1] of a format and a value: RFC 5652 §10.2.1, RFC 5940 §2. */
    private static Optional<byte[]> ocspResponse(ASN1TaggedObject other) throws IOException {
        ASN1Sequence parts = ASN1Sequence.getInstance(other, false);
        boolean shaped = other.hasContextTag(1) && parts.size() == 2;
        return shaped && isOf(parts.getObjectAt(0), parts.getObjectAt(1))
                ? Optional.of(parts.getObjectAt(1).toASN1Primitive().getEncoded())
                : Optional.empty();
    }

    /** Whoever takes the format at its word reads nothing of the other one: RFC 6960 §4.2.1 begins with the status. */
    private static boolean isOf(ASN1Encodable format, ASN1Encodable value) {
        boolean hasStatus = value.toASN1Primitive() instanceof ASN1Sequence response
                && response.size() > 0
                && response.getObjectAt(0).toASN1Primitive() instanceof ASN1Enumerated;
        return format.equals(hasStatus ? OCSP_RESPONSE : BASIC_OCSP_RESPONSE);
    }

    /** Of the attribute certificate-values; empty if it is something else. Source: EN 319 122-1 §A.1.1.2. */
    static Optional<CarriedItems> ofCertificateValues(ASN1Encodable value) throws IOException {
        List<byte[]> certificates = sequences(value);
        return certificates.isEmpty()
                ? Optional.empty()
                : Optional.of(new CarriedItems(certificates, List.of(), List.of(), false));
    }

    /** Of the attribute revocation-values; empty if it is something else. Source: EN 319 122-1 §A.1.2.2. */
    static Optional<CarriedItems> ofRevocationValues(ASN1Encodable value) throws IOException {
        Map<Integer, List<byte[]>> kinds = new TreeMap<>();
        if (!(value.toASN1Primitive() instanceof ASN1Sequence parts) || parts.size() == 0) {
            return Optional.empty();
        }
        int last = -1;
        for (ASN1Encodable part : parts) {
            if (!(part.toASN1Primitive() instanceof ASN1TaggedObject tagged)
                    || !tagged.hasContextTag()
                    || !tagged.isExplicit()
                    || tagged.getTagNo() <= last) {
                return Optional.empty();
            }
            last = tagged.getTagNo();
            kinds.put(last, sequences(tagged.getExplicitBaseObject()));
            if (last < 2 && kinds.get(last).isEmpty()) {
                return Optional.empty();
            }
        }
        return Optional.of(new CarriedItems(
                List.of(), kinds.getOrDefault(0, List.of()), kinds.getOrDefault(1, List.of()), last >= 2));
    }

    /** The elements in DER; empty if there is none, or one is no sequence. */
    private static List<byte[]> sequences(ASN1Encodable value) throws IOException {
        List<byte[]> elements = new ArrayList<>();
        if (value.toASN1Primitive() instanceof ASN1Sequence sequence) {
            for (ASN1Encodable element : sequence) {
                if (!(element.toASN1Primitive() instanceof ASN1Sequence)) {
                    return List.of();
                }
                elements.add(element.toASN1Primitive().getEncoded());
            }
        }
        return elements;
    }

    static List<ASN1Encodable> items(@Nullable ASN1Set set) {
        return set == null ? List.of() : List.of(set.toArray());
    }

    /** The certificates that decode. */
    List<X509CertificateHolder> holders() {
        List<X509CertificateHolder> holders = new ArrayList<>();
        for (byte[] der : certificates) {
            try {
                holders.add(new X509CertificateHolder(der));
            } catch (IOException | RuntimeException e) {
                // has its own finding
                continue;
            }
        }
        return holders;
    }

    /** The one certificate that the signer names; empty if there is none, or more than one. */
    Optional<X509CertificateHolder> certificateOf(SignerInfo signer) throws IOException {
        List<X509CertificateHolder> matching = new ArrayList<>();
        for (byte[] der : certificates) {
            X509CertificateHolder holder = new X509CertificateHolder(der);
            if (SignerMatch.is(signer.getSID(), holder) && !matching.contains(holder)) {
                matching.add(holder);
            }
        }
        return matching.size() == 1 ? Optional.of(matching.getFirst()) : Optional.empty();
    }

    /** Whether another certificate is for the same key. */
    boolean hasTwinOfKey(X509CertificateHolder certificate) throws IOException {
        for (byte[] der : certificates) {
            X509CertificateHolder other = new X509CertificateHolder(der);
            if (!other.equals(certificate)
                    && other.getSubjectPublicKeyInfo().equals(certificate.getSubjectPublicKeyInfo())) {
                return true;
            }
        }
        return false;
    }
}
