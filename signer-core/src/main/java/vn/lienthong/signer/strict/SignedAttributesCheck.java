package vn.lienthong.signer.strict;

import java.io.IOException;
import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.ess.ESSCertID;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificate;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.IssuerSerial;
import org.bouncycastle.cert.X509CertificateHolder;
import org.jspecify.annotations.Nullable;

/**
 * The signed attributes of one signer: each once, with one value, in DER, and true of content type and certificate.
 *
 * <p>Source: RFC 5652 §5.3 and §11, RFC 5035 §3 and §4.
 */
final class SignedAttributesCheck {
    private final ASN1Set attributes;
    private final EnumSet<CmsDocumentFault> faults = EnumSet.noneOf(CmsDocumentFault.class);

    SignedAttributesCheck(ASN1Set attributes) {
        this.attributes = attributes;
    }

    /**
     * Whether octets are a SET of attributes with a content type and a digest among them: somebody signed them, as
     * attributes, and not as this document's content.
     */
    static boolean looksLikeAttributes(byte[] content) {
        try {
            if (!(ASN1Primitive.fromByteArray(content) instanceof ASN1Set set)) {
                return false;
            }
            for (ASN1Encodable item : set) {
                if (item instanceof ASN1Sequence sequence
                        && sequence.size() == 2
                        && CMSAttributes.messageDigest.equals(sequence.getObjectAt(0))) {
                    return true;
                }
            }
            return false;
        } catch (IOException | RuntimeException e) {
            return false; // content is anything
        }
    }

    /** @param contentType empty for a counter-signature, which has no such attribute: RFC 5652 §11.4 */
    Set<CmsDocumentFault> faults(
            Optional<ASN1ObjectIdentifier> contentType, Optional<X509CertificateHolder> certificate)
            throws IOException {
        // RFC 5652 §5.4: the digest is over the DER; whoever digests what is there needs it to be there
        if (!Arrays.equals(
                new DERSet(attributes.toArray()).getEncoded(ASN1Encoding.DER),
                attributes.getEncoded(ASN1Encoding.DL))) {
            faults.add(CmsDocumentFault.ENCODING_WRONG);
        }
        Set<ASN1ObjectIdentifier> seen = new HashSet<>();
        for (ASN1Encodable item : attributes) {
            Attribute attribute = Attribute.getInstance(item);
            if (!seen.add(attribute.getAttrType()) || attribute.getAttrValues().size() != 1) {
                faults.add(CmsDocumentFault.SIGNED_ATTRIBUTES_WRONG);
            }
        }
        ASN1Encodable type = value(CMSAttributes.contentType);
        boolean typeMissing = contentType.isPresent() && type == null;
        if (typeMissing || value(CMSAttributes.messageDigest) == null) {
            faults.add(CmsDocumentFault.SIGNED_ATTRIBUTES_WRONG);
        } else if (!Optional.ofNullable(type).equals(contentType.map(ASN1Encodable.class::cast))) {
            faults.add(CmsDocumentFault.CONTENT_TYPE_WRONG);
        }
        if (value(PKCSObjectIdentifiers.id_aa_signingCertificate) == null
                && value(PKCSObjectIdentifiers.id_aa_signingCertificateV2) == null) {
            faults.add(CmsDocumentFault.SIGNING_CERTIFICATE_NOT_BOUND);
        } else if (certificate.isPresent() && !namesOnly(certificate.get())) {
            faults.add(CmsDocumentFault.SIGNING_CERTIFICATE_WRONG);
        }
        return faults;
    }

    private @Nullable ASN1Encodable value(ASN1ObjectIdentifier type) {
        for (ASN1Encodable item : attributes) {
            Attribute attribute = Attribute.getInstance(item);
            if (attribute.getAttrType().equals(type)
                    && attribute.getAttrValues().size() > 0) {
                return attribute.getAttrValues().getObjectAt(0);
            }
        }
        return null;
    }

    /** Whether every signed reference to a certificate names this one. */
    private boolean namesOnly(X509CertificateHolder certificate) throws IOException {
        ASN1Encodable first = value(PKCSObjectIdentifiers.id_aa_signingCertificate);
        ASN1Encodable second = value(PKCSObjectIdentifiers.id_aa_signingCertificateV2);
        boolean names = true;
        if (first != null) {
            ESSCertID[] ids = SigningCertificate.getInstance(first).getCerts();
            names = ids.length > 0 && is(certificate, "SHA-1", ids[0].getCertHash(), ids[0].getIssuerSerial());
        }
        if (second != null) {
            ESSCertIDv2[] ids = SigningCertificateV2.getInstance(second).getCerts();
            names &= ids.length > 0
                    && is(
                            certificate,
                            ids[0].getHashAlgorithm().getAlgorithm().getId(),
                            ids[0].getCertHash(),
                            ids[0].getIssuerSerial());
        }
        return names;
    }

    private static boolean is(
            X509CertificateHolder certificate, String digest, byte[] expected, @Nullable IssuerSerial issuerSerial)
            throws IOException {
        try {
            byte[] hash = MessageDigest.getInstance(digest).digest(certificate.getEncoded());
            return MessageDigest.isEqual(hash, expected) && (issuerSerial == null || agrees(certificate, issuerSerial));
        } catch (NoSuchAlgorithmException e) {
            return false;
        }
    }

    private static boolean agrees(X509CertificateHolder certificate, IssuerSerial named) {
        BigInteger serial = named.getSerial().getValue();
        return serial.equals(certificate.getSerialNumber())
                && Arrays.stream(named.getIssuer().getNames())
                        .anyMatch(name -> certificate.getIssuer().equals(name.getName()));
    }
}
