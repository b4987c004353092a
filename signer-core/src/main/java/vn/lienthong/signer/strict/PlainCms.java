package vn.lienthong.signer.strict;

import java.io.IOException;
import java.security.cert.CertificateException;
import java.security.interfaces.ECPublicKey;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.IssuerAndSerialNumber;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.SignerIdentifier;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import vn.lienthong.signer.algorithm.Bytes;

/**
 * The one form of a SignedData with one signer. A signature covers the content and the signed attributes alone; all else
 * could be put in another way, and the signature would still hold. Here it has one value each: DER; the signer by issuer
 * and serial number; certificates as {@link Inside} says, no CRL, no unsigned attribute; algorithms as {@link PlainAlgorithms}
 * spells them; the smaller of an ECDSA signature's two twins.
 *
 * <p>Source: RFC 5652 §5.
 */
public final class PlainCms {
    private PlainCms() {}

    /** Which certificates travel inside. */
    public enum Inside {
        /** The signer's alone. */
        SIGNER,
        /** The signer's, and of those above it, the root left out, the ones that were there. */
        PATH
    }

    /**
     * The same signed data in that form; its signature still holds if it did before. Empty if it has not exactly one
     * signer, signed attributes and its signer's certificate, or an algorithm that is not accepted.
     */
    public static Optional<Bytes> of(byte[] contentInfo, Inside inside) {
        try {
            ContentInfo content = ContentInfo.getInstance(ASN1Primitive.fromByteArray(contentInfo));
            SignedData signedData = SignedData.getInstance(content.getContent());
            if (!content.getContentType().equals(CMSObjectIdentifiers.signedData)
                    || signedData.getSignerInfos().size() != 1) {
                return Optional.empty();
            }
            SignerInfo signer =
                    SignerInfo.getInstance(signedData.getSignerInfos().getObjectAt(0));
            EmbeddedCertificates embedded = EmbeddedCertificates.of(signedData);
            List<X509CertificateHolder> own = embedded.of(signer.getSID());
            Optional<AlgorithmIdentifier> algorithm = PlainAlgorithms.signature(signer);
            if (own.size() != 1 || algorithm.isEmpty() || signer.getAuthenticatedAttributes() == null) {
                return Optional.empty();
            }
            List<X509CertificateHolder> certificates = switch (inside) {
                case SIGNER -> own;
                case PATH -> embedded.path(own.getFirst());
            };
            return Optional.of(Bytes.of(plain(signedData, signer, certificates, algorithm.get())));
        } catch (IOException | CertificateException | RuntimeException e) {
            // Bouncy Castle answers hostile ASN.1 with ClassCastException, IllegalStateException and others
            return Optional.empty();
        }
    }

    /** Whether the octets are that form. */
    public static boolean is(byte[] contentInfo, Inside inside) {
        return of(contentInfo, inside)
                .filter(plain -> Arrays.equals(plain.toArray(), contentInfo))
                .isPresent();
    }

    private static byte[] plain(
            SignedData signedData,
            SignerInfo signer,
            List<X509CertificateHolder> certificates,
            AlgorithmIdentifier algorithm)
            throws IOException, CertificateException {
        X509CertificateHolder certificate = certificates.getFirst();
        AlgorithmIdentifier digest =
                new AlgorithmIdentifier(signer.getDigestAlgorithm().getAlgorithm());
        SignerIdentifier identifier =
                new SignerIdentifier(new IssuerAndSerialNumber(certificate.getIssuer(), certificate.getSerialNumber()));
        SignerInfo plainSigner = new SignerInfo(
                identifier,
                digest,
                new DERSet(signer.getAuthenticatedAttributes().toArray()),
                algorithm,
                new DEROctetString(signature(signer, certificate)),
                (ASN1Set) null);
        SignedData plain = new SignedData(
                new DERSet(digest),
                content(signedData.getEncapContentInfo()),
                new DERSet(certificates.stream()
                        .map(X509CertificateHolder::toASN1Structure)
                        .toArray(ASN1Encodable[]::new)),
                null,
                new DERSet(plainSigner));
        return new ContentInfo(CMSObjectIdentifiers.signedData, plain).getEncoded(ASN1Encoding.DER);
    }

    private static ContentInfo content(ContentInfo content) {
        return content.getContent() == null
                ? new ContentInfo(content.getContentType(), null)
                : new ContentInfo(
                        content.getContentType(),
                        new DEROctetString(ASN1OctetString.getInstance(content.getContent())
                                .getOctets()));
    }

    private static byte[] signature(SignerInfo signer, X509CertificateHolder certificate)
            throws IOException, CertificateException {
        byte[] value = signer.getEncryptedDigest().getOctets();
        return new JcaX509CertificateConverter().getCertificate(certificate).getPublicKey() instanceof ECPublicKey key
                ? EcdsaTwins.smaller(value, key.getParams().getOrder())
                : value;
    }
}
