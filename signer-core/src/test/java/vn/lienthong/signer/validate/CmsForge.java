package vn.lienthong.signer.validate;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.cert.CertificateEncodingException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.DLSet;
import org.bouncycastle.asn1.DLTaggedObject;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.IssuerAndSerialNumber;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import vn.lienthong.signer.testpki.Issued;

/** CMS signatures put together element by element: right signature values over what no honest program signs. */
final class CmsForge {
    private final Issued signer;
    final byte[] content;

    /** What differs from an honest signature. */
    ASN1ObjectIdentifier type = CMSObjectIdentifiers.data;

    boolean embeds = true;
    boolean signsAttributes = true;
    boolean sorts = true;
    int version = 1;
    ASN1ObjectIdentifier listedDigest = NISTObjectIdentifiers.id_sha256;
    final List<Attribute> attributes = new ArrayList<>();
    final List<ASN1Encodable> unsigned = new ArrayList<>();
    final List<ASN1Encodable> certificates = new ArrayList<>();
    Issued identified;

    CmsForge(Issued signer, byte[] content, Instant now) {
        this.signer = signer;
        this.identified = signer;
        this.content = content.clone();
        attributes.add(attribute(CMSAttributes.contentType, CMSObjectIdentifiers.data));
        attributes.add(attribute(CMSAttributes.messageDigest, new DEROctetString(sha256(content))));
        attributes.add(signingCertificate(signer));
        attributes.add(attribute(CMSAttributes.signingTime, new Time(Date.from(now))));
        signer.chain().subList(0, 2).forEach(c -> certificates.add(certificate(c)));
    }

    static Attribute attribute(ASN1ObjectIdentifier type, ASN1Encodable... values) {
        return new Attribute(type, new DERSet(values));
    }

    static Attribute signingCertificate(Issued named) {
        return attribute(
                PKCSObjectIdentifiers.id_aa_signingCertificateV2,
                new SigningCertificateV2(new ESSCertIDv2(sha256(certificate(named.certificate())))));
    }

    static Certificate certificate(java.security.cert.X509Certificate certificate) {
        try {
            return Certificate.getInstance(certificate.getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] sha256(Certificate certificate) {
        try {
            return sha256(certificate.getEncoded());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] sha256(byte[] octets) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(octets);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    CmsForge without(ASN1ObjectIdentifier attribute) {
        attributes.removeIf(a -> a.getAttrType().equals(attribute));
        return this;
    }

    CmsForge with(Attribute attribute) {
        attributes.add(attribute);
        return this;
    }

    /** What the signature value is over: the attributes, as they are signed. */
    byte[] signedAttributes() {
        return der(new DERSet(attributes.toArray(Attribute[]::new)));
    }

    static byte[] der(ASN1Encodable element) {
        try {
            return element.toASN1Primitive().getEncoded(ASN1Encoding.DER);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    byte[] signature() {
        try {
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(signer.privateKey());
            signature.update(signsAttributes ? signedAttributes() : content);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    byte[] sign() {
        return assemble(List.of(signerInfo(signature())));
    }

    ASN1Encodable signerInfo(byte[] value) {
        Certificate named = certificate(identified.certificate());
        ASN1EncodableVector info = new ASN1EncodableVector();
        info.add(new ASN1Integer(1));
        info.add(new IssuerAndSerialNumber(
                named.getIssuer(), named.getSerialNumber().getValue()));
        info.add(new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256));
        if (signsAttributes) {
            Attribute[] all = attributes.toArray(Attribute[]::new);
            ASN1Set set = sorts ? new DERSet(all) : new DLSet(all);
            info.add(sorts ? new DERTaggedObject(false, 0, set) : new DLTaggedObject(false, 0, set));
        }
        info.add(new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA256));
        info.add(new DEROctetString(value));
        if (!unsigned.isEmpty()) {
            info.add(new DERTaggedObject(false, 1, new DERSet(unsigned.toArray(ASN1Encodable[]::new))));
        }
        return new org.bouncycastle.asn1.DLSequence(info);
    }

    byte[] assemble(List<? extends ASN1Encodable> signers) {
        ASN1EncodableVector encapsulated = new ASN1EncodableVector();
        encapsulated.add(type);
        if (embeds) {
            encapsulated.add(new DERTaggedObject(true, 0, new DEROctetString(content)));
        }
        ASN1EncodableVector data = new ASN1EncodableVector();
        data.add(new ASN1Integer(version));
        data.add(new DERSet(new AlgorithmIdentifier(listedDigest)));
        data.add(new DERSequence(encapsulated));
        data.add(new DERTaggedObject(false, 0, new DERSet(certificates.toArray(ASN1Encodable[]::new))));
        data.add(new DLSet(signers.toArray(ASN1Encodable[]::new)));
        ASN1EncodableVector info = new ASN1EncodableVector();
        info.add(CMSObjectIdentifiers.signedData);
        info.add(new DLTaggedObject(true, 0, new org.bouncycastle.asn1.DLSequence(data)));
        try {
            return new org.bouncycastle.asn1.DLSequence(info).getEncoded(ASN1Encoding.DL);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
