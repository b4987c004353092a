package vn.lienthong.signer.cms;

import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.Time;

/**
 * The signed attributes of a CAdES baseline signature and of a timestamp: content-type, message-digest,
 * signing-certificate-v2, and signing-time where it is claimed.
 *
 * <p>Source: ETSI EN 319 122-1 §5.1, §5.2; RFC 5816 §2.2.1.
 */
final class SignedAttributes {
    private SignedAttributes() {}

    /** The SET OF attributes as it is signed. Source: RFC 5652 §5.4. */
    static byte[] of(CmsContent content, SignerParts signer, Optional<Instant> signingTime) {
        List<byte[]> attributes = new ArrayList<>(4);
        attributes.add(attribute(CMSAttributes.contentType, Der.of(content.type())));
        signingTime.ifPresent(t ->
                attributes.add(attribute(CMSAttributes.signingTime, Der.of(new Time(Date.from(t), Locale.ROOT)))));
        attributes.add(attribute(
                CMSAttributes.messageDigest,
                Der.element(Der.OCTET_STRING, content.digest().value().toArray())));
        attributes.add(signer.signingCertificate);
        return Der.setOf(attributes);
    }

    /** One attribute with one value. */
    static byte[] attribute(ASN1ObjectIdentifier type, byte[] value) {
        return Der.element(Der.SEQUENCE, Der.of(type), Der.element(Der.SET, value));
    }

    static byte[] encoded(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("a certificate that was decoded has its encoding", e);
        }
    }
}
