package vn.lienthong.signer.strict;

import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSASSAPSSparams;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import vn.lienthong.signer.algorithm.DigestAlgorithm;

/** The one spelling of a signer's algorithm. Source: RFC 3370 §3.2, RFC 4056 §2.2, RFC 5754 §3. */
final class PlainAlgorithms {
    private static final Map<DigestAlgorithm, ASN1ObjectIdentifier> RSA = Map.of(
            DigestAlgorithm.SHA256, PKCSObjectIdentifiers.sha256WithRSAEncryption,
            DigestAlgorithm.SHA384, PKCSObjectIdentifiers.sha384WithRSAEncryption,
            DigestAlgorithm.SHA512, PKCSObjectIdentifiers.sha512WithRSAEncryption);
    private static final Map<DigestAlgorithm, ASN1ObjectIdentifier> ECDSA = Map.of(
            DigestAlgorithm.SHA256, X9ObjectIdentifiers.ecdsa_with_SHA256,
            DigestAlgorithm.SHA384, X9ObjectIdentifiers.ecdsa_with_SHA384,
            DigestAlgorithm.SHA512, X9ObjectIdentifiers.ecdsa_with_SHA512);

    private PlainAlgorithms() {}

    /**
     * {@code rsaEncryption} with NULL, {@code ecdsa-with-SHA2} without parameters, or RSASSA-PSS with one hash throughout
     * and its parameters in DER. Empty for every other algorithm, and where it contradicts the signer's digest algorithm.
     */
    static Optional<AlgorithmIdentifier> signature(SignerInfo signer) {
        AlgorithmIdentifier stated = signer.getDigestEncryptionAlgorithm();
        return DigestAlgorithm.sha2OfOid(
                        signer.getDigestAlgorithm().getAlgorithm().getId())
                .flatMap(digest -> signature(stated, digest));
    }

    private static Optional<AlgorithmIdentifier> signature(AlgorithmIdentifier stated, DigestAlgorithm digest) {
        ASN1ObjectIdentifier oid = stated.getAlgorithm();
        if (oid.equals(PKCSObjectIdentifiers.rsaEncryption) || oid.equals(RSA.get(digest))) {
            return Optional.of(new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE));
        }
        if (oid.equals(X9ObjectIdentifiers.id_ecPublicKey) || oid.equals(ECDSA.get(digest))) {
            return Optional.of(new AlgorithmIdentifier(ECDSA.get(digest)));
        }
        return oid.equals(PKCSObjectIdentifiers.id_RSASSA_PSS) ? pss(stated, digest) : Optional.empty();
    }

    private static Optional<AlgorithmIdentifier> pss(AlgorithmIdentifier stated, DigestAlgorithm digest) {
        RSASSAPSSparams parameters = RSASSAPSSparams.getInstance(stated.getParameters());
        AlgorithmIdentifier mask = parameters.getMaskGenAlgorithm();
        boolean oneHash = parameters.getHashAlgorithm().getAlgorithm().getId().equals(digest.oid())
                && mask.getAlgorithm().equals(PKCSObjectIdentifiers.id_mgf1)
                && AlgorithmIdentifier.getInstance(mask.getParameters())
                        .getAlgorithm()
                        .getId()
                        .equals(digest.oid())
                && parameters.getTrailerField().intValueExact() == 1;
        if (!oneHash) {
            return Optional.empty();
        }
        AlgorithmIdentifier hash = new AlgorithmIdentifier(new ASN1ObjectIdentifier(digest.oid()), DERNull.INSTANCE);
        return Optional.of(new AlgorithmIdentifier(
                PKCSObjectIdentifiers.id_RSASSA_PSS,
                new RSASSAPSSparams(
                        hash,
                        new AlgorithmIdentifier(PKCSObjectIdentifiers.id_mgf1, hash),
                        new org.bouncycastle.asn1.ASN1Integer(parameters.getSaltLength()),
                        RSASSAPSSparams.DEFAULT_TRAILER_FIELD)));
    }
}
