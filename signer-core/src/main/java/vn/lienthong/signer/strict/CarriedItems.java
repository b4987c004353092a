package vn.lienthong.signer.strict;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.ASN1TaggedObject;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.OtherRevocationInfoFormat;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.jspecify.annotations.Nullable;

/**
 * The certificates and revocation data that a SignedData carries beside its signatures, in DER. Source: RFC 5652 §10.2.
 *
 * @param hasUnknownKind whether there is something else among them
 */
record CarriedItems(List<byte[]> certificates, List<byte[]> crls, List<byte[]> ocspResponses, boolean hasUnknownKind) {
    /** id-pkix-ocsp-basic, as which some write a response without its envelope. */
    private static final String OCSP_BASIC = "1.3.6.1.5.5.7.48.1.1";

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
            OtherRevocationInfoFormat format = OtherRevocationInfoFormat.getInstance(other, false);
            if (format.getInfoFormat().equals(CMSObjectIdentifiers.id_ri_ocsp_response)
                    || format.getInfoFormat().getId().equals(OCSP_BASIC)) {
                ocspResponses.add(format.getInfo().toASN1Primitive().getEncoded());
            } else {
                unknown = true;
            }
        }
        return new CarriedItems(certificates, crls, ocspResponses, unknown);
    }

    static List<ASN1Encodable> items(@Nullable ASN1Set set) {
        return set == null ? List.of() : List.of(set.toArray());
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
