package vn.lienthong.signer.cms;

import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.edec.EdECObjectIdentifiers;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSASSAPSSparams;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import vn.lienthong.signer.algorithm.DigestAlgorithm;
import vn.lienthong.signer.algorithm.SignatureScheme;

/** How CMS names our algorithms. Source: RFC 5754, RFC 4056, RFC 3370 §3.2, RFC 8419, RFC 9688. */
public final class CmsAlgorithms {
    private static final ASN1Integer TRAILER = new ASN1Integer(1);

    private CmsAlgorithms() {}

    /** RFC 5754 §2: parameters are absent. */
    public static AlgorithmIdentifier of(DigestAlgorithm digest) {
        return new AlgorithmIdentifier(new ASN1ObjectIdentifier(digest.oid()));
    }

    public static AlgorithmIdentifier of(SignatureScheme scheme) {
        return switch (scheme) {
            // RFC 3370 §3.2: the digest has its own field, and every reader knows rsaEncryption.
            case RSA_PKCS1_SHA256, RSA_PKCS1_SHA384, RSA_PKCS1_SHA512 ->
                new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE);
            case RSA_PSS_SHA256, RSA_PSS_SHA384, RSA_PSS_SHA512 -> pss(scheme.digest());
            case ECDSA_SHA256 -> new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA256);
            case ECDSA_SHA384 -> new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA384);
            // RFC 9688 §3: these have no form without their digest.
            case RSA_PKCS1_SHA3_256 ->
                new AlgorithmIdentifier(NISTObjectIdentifiers.id_rsassa_pkcs1_v1_5_with_sha3_256, DERNull.INSTANCE);
            case RSA_PKCS1_SHA3_384 ->
                new AlgorithmIdentifier(NISTObjectIdentifiers.id_rsassa_pkcs1_v1_5_with_sha3_384, DERNull.INSTANCE);
            case RSA_PKCS1_SHA3_512 ->
                new AlgorithmIdentifier(NISTObjectIdentifiers.id_rsassa_pkcs1_v1_5_with_sha3_512, DERNull.INSTANCE);
            case ECDSA_SHA3_256 -> new AlgorithmIdentifier(NISTObjectIdentifiers.id_ecdsa_with_sha3_256);
            case ECDSA_SHA3_384 -> new AlgorithmIdentifier(NISTObjectIdentifiers.id_ecdsa_with_sha3_384);
            case ECDSA_SHA3_512 -> new AlgorithmIdentifier(NISTObjectIdentifiers.id_ecdsa_with_sha3_512);
            // RFC 8419 §3: parameters are absent.
            case ED25519 -> new AlgorithmIdentifier(EdECObjectIdentifiers.id_Ed25519);
            case ECDSA_SHA512 -> new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA512);
        };
    }

    /** RFC 4056 §2.2: MGF1 with the same digest, a salt as long as the digest. */
    private static AlgorithmIdentifier pss(DigestAlgorithm digest) {
        AlgorithmIdentifier hash = new AlgorithmIdentifier(new ASN1ObjectIdentifier(digest.oid()), DERNull.INSTANCE);
        AlgorithmIdentifier mgf = new AlgorithmIdentifier(PKCSObjectIdentifiers.id_mgf1, hash);
        return new AlgorithmIdentifier(
                PKCSObjectIdentifiers.id_RSASSA_PSS,
                new RSASSAPSSparams(hash, mgf, new ASN1Integer(digest.length()), TRAILER));
    }
}
