package vn.lienthong.signer.cms;

import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.Locale;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.IssuerSerial;
import vn.lienthong.signer.algorithm.DigestAlgorithm;

/**
 * The signed attributes of a CAdES baseline signature and of a timestamp: content-type, message-digest,
 * signing-certificate-v2, and signing-time where it is claimed.
 *
 * <p>Source: ETSI EN 319 122-1 §5.1, §5.2; RFC 5816 §2.2.1.
 */
final class SignedAttributes {
    private SignedAttributes() {}

    static DERSet of(CmsContent content, X509Certificate signer, Optional<Instant> signingTime) {
        ASN1EncodableVector attributes = new ASN1EncodableVector();
        attributes.add(attribute(CMSAttributes.contentType, content.type()));
        signingTime.ifPresent(
                t -> attributes.add(attribute(CMSAttributes.signingTime, new Time(Date.from(t), Locale.ROOT))));
        attributes.add(attribute(
                CMSAttributes.messageDigest,
                new DEROctetString(content.digest().value().toArray())));
        attributes.add(attribute(PKCSObjectIdentifiers.id_aa_signingCertificateV2, signingCertificate(signer)));
        return new DERSet(attributes);
    }

    private static Attribute attribute(ASN1ObjectIdentifier type, ASN1Encodable value) {
        return new Attribute(type, new DERSet(value));
    }

    /** RFC 5035 §3: SHA-256 is the default hash and is left out. */
    private static SigningCertificateV2 signingCertificate(X509Certificate signer) {
        byte[] hash = DigestAlgorithm.SHA256.digest(encoded(signer)).value().toArray();
        X500Name issuer = X500Name.getInstance(signer.getIssuerX500Principal().getEncoded());
        IssuerSerial issuerSerial =
                new IssuerSerial(new GeneralNames(new GeneralName(issuer)), new ASN1Integer(signer.getSerialNumber()));
        return new SigningCertificateV2(new ESSCertIDv2(hash, issuerSerial));
    }

    static byte[] encoded(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("a certificate that was decoded has its encoding", e);
        }
    }
}
