package vn.lienthong.signer.cms;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.IssuerAndSerialNumber;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.SignerIdentifier;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Certificate;
import vn.lienthong.signer.algorithm.Bytes;
import vn.lienthong.signer.token.CertifiedKey;
import vn.lienthong.signer.token.SigningOutcome;
import vn.lienthong.signer.token.SigningToken;

/**
 * Makes CMS signed data with one signer. The token is called once, between two pure steps, so its outcome is ours and no
 * session is held while ASN.1 is built. Thread-safe.
 *
 * <p>Source: RFC 5652 §5.
 */
public final class CmsSigner {
    private final SigningToken token;
    /** Keys whose first signature verified with their certificate. */
    private final Set<CertifiedKey> fitting = ConcurrentHashMap.newKeySet();

    public CmsSigner(SigningToken token) {
        this.token = token;
    }

    /**
     * The outcome holds signed data over the content.
     *
     * @param content digested with the algorithm of the key's scheme
     * @param signingTime claimed in a signed attribute; left out if empty
     * @param certificates put into the signed data; may be empty
     */
    public CmsOutcome sign(
            CertifiedKey key, CmsContent content, Optional<Instant> signingTime, List<X509Certificate> certificates) {
        DERSet attributes = SignedAttributes.of(content, key.certificate(), signingTime);
        byte[] toBeSigned = der(attributes);
        return switch (token.sign(
                key.alias(), key.scheme(), key.scheme().digest().digest(toBeSigned))) {
            case SigningOutcome.Signed signed
            when !fits(key, toBeSigned, signed.signature()) ->
                new CmsOutcome.Refused("the token's signature does not verify with the certificate of " + key.alias());
            case SigningOutcome.Signed signed ->
                new CmsOutcome.Signed(signedData(key, content, attributes, signed.signature(), certificates));
            case SigningOutcome.Refused refused -> new CmsOutcome.Refused(refused.reason() + ": " + refused.detail());
            case SigningOutcome.TokenDown down ->
                new CmsOutcome.TokenDown(down.reason(), down.retryAfter(), down.detail());
        };
    }

    private boolean fits(CertifiedKey key, byte[] toBeSigned, Bytes signature) {
        if (fitting.contains(key)) {
            return true;
        }
        boolean fits = SignatureCheck.verifies(key.certificate(), key.scheme(), toBeSigned, signature);
        if (fits) {
            fitting.add(key);
        }
        return fits;
    }

    private static Bytes signedData(
            CertifiedKey key,
            CmsContent content,
            ASN1Set attributes,
            Bytes signature,
            List<X509Certificate> certificates) {
        SignerInfo signerInfo = new SignerInfo(
                new SignerIdentifier(issuerAndSerial(key.certificate())),
                CmsAlgorithms.of(content.digest().algorithm()),
                attributes,
                CmsAlgorithms.of(key.scheme()),
                new DEROctetString(signature.toArray()),
                null);
        ContentInfo encapsulated = new ContentInfo(
                content.type(),
                content.embedded().map(c -> new DEROctetString(c.toArray())).orElse(null));
        SignedData signedData = new SignedData(
                new DERSet(CmsAlgorithms.of(content.digest().algorithm())),
                encapsulated,
                certificates.isEmpty() ? null : certificateSet(certificates),
                null,
                new DERSet(signerInfo));
        return Bytes.of(der(new ContentInfo(CMSObjectIdentifiers.signedData, signedData)));
    }

    private static IssuerAndSerialNumber issuerAndSerial(X509Certificate certificate) {
        X500Name issuer =
                X500Name.getInstance(certificate.getIssuerX500Principal().getEncoded());
        return new IssuerAndSerialNumber(issuer, certificate.getSerialNumber());
    }

    private static ASN1Set certificateSet(List<X509Certificate> certificates) {
        ASN1EncodableVector set = new ASN1EncodableVector();
        certificates.forEach(c -> set.add(Certificate.getInstance(SignedAttributes.encoded(c))));
        return new DERSet(set);
    }

    private static byte[] der(ASN1Encodable value) {
        try {
            return value.toASN1Primitive().getEncoded(ASN1Encoding.DER);
        } catch (IOException e) {
            throw new UncheckedIOException("ASN.1 is encoded to memory", e);
        }
    }
}
