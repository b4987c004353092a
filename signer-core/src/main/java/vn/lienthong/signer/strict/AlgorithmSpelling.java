package vn.lienthong.signer.strict;

import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Null;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1TaggedObject;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSASSAPSSparams;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.jspecify.annotations.Nullable;

/**
 * Parameters of algorithm identifiers, where nothing signs them. Programs pass over what they do not need, so that
 * anything could stand there. Honest ones write NULL or nothing.
 *
 * <p>Source: RFC 3370 §2 and §3, RFC 4056 §2.2, RFC 5754 §2 and §3, RFC 8419 §3.1.
 */
final class AlgorithmSpelling {
    private AlgorithmSpelling() {}

    /** Whether a digest algorithm's parameters are NULL or absent: a sender's choice by RFC 5754 §2. */
    static boolean isPlain(ASN1Encodable algorithm) {
        return isEmpty(AlgorithmIdentifier.getInstance(algorithm).getParameters());
    }

    /**
     * Whether a signature algorithm's parameters say nothing that the signature does not depend on: NULL or absent, for
     * RSASSA-PSS its own, and where the algorithm is that of the key the key's curve.
     */
    static boolean isPlainSignature(AlgorithmIdentifier algorithm, Optional<X509CertificateHolder> certificate) {
        if (algorithm.getAlgorithm().equals(PKCSObjectIdentifiers.id_RSASSA_PSS)) {
            return isPss(algorithm.getParameters());
        }
        boolean ofKey = algorithm.getAlgorithm().equals(X9ObjectIdentifiers.id_ecPublicKey)
                && certificate
                        .map(c -> c.getSubjectPublicKeyInfo().getAlgorithm())
                        .filter(algorithm::equals)
                        .isPresent();
        return ofKey || isEmpty(algorithm.getParameters());
    }

    private static boolean isEmpty(@Nullable ASN1Encodable parameters) {
        return parameters == null || parameters.toASN1Primitive() instanceof ASN1Null;
    }

    /** RFC 4055 §3.1: four parts under [0] to [3], each at most once. */
    private static boolean isPss(@Nullable ASN1Encodable parameters) {
        if (parameters == null) {
            return false;
        }
        int last = -1;
        for (ASN1Encodable part : ASN1Sequence.getInstance(parameters)) {
            if (!(part.toASN1Primitive() instanceof ASN1TaggedObject tagged)
                    || !tagged.isExplicit()
                    || !tagged.hasContextTag()
                    || tagged.getTagNo() <= last
                    || tagged.getTagNo() > 3) {
                return false;
            }
            last = tagged.getTagNo();
        }
        RSASSAPSSparams pss = RSASSAPSSparams.getInstance(parameters);
        AlgorithmIdentifier mask = pss.getMaskGenAlgorithm();
        return isPlain(pss.getHashAlgorithm())
                && mask.getAlgorithm().equals(PKCSObjectIdentifiers.id_mgf1)
                && isPlain(mask.getParameters());
    }
}
