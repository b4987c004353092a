package vn.lienthong.signer.timestamp;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.tsp.Accuracy;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.jspecify.annotations.Nullable;
import vn.lienthong.signer.algorithm.Digest;
import vn.lienthong.signer.algorithm.DigestAlgorithm;
import vn.lienthong.signer.cms.Der;

/** Writes the TSTInfo of one policy: what is the same in each is encoded once. Immutable. Source: RFC 3161 §2.4.2. */
final class TstInfoTemplate {
    private static final byte[] VERSION_1 = {Der.INTEGER, 1, 1};
    /** BOOLEAN; false is the default, which DER leaves out. */
    private static final byte[] TRUE = {1, 1, (byte) 0xff};

    private static final byte[] LEFT_OUT = {};

    private final byte[] policy;
    private final byte[] accuracy;
    private final byte[] ordering;
    private final Map<DigestAlgorithm, byte[]> hashAlgorithms = new EnumMap<>(DigestAlgorithm.class);

    TstInfoTemplate(TimestampPolicy policy) {
        this.policy = Der.of(new ASN1ObjectIdentifier(policy.oid()));
        this.accuracy = Der.of(accuracy(policy.accuracy()));
        this.ordering = policy.ordering() ? TRUE : LEFT_OUT;
        for (DigestAlgorithm algorithm : DigestAlgorithm.values()) {
            hashAlgorithms.put(algorithm, Der.of(hashAlgorithm(algorithm)));
        }
    }

    /** The DER of one TSTInfo. */
    byte[] tstInfo(TimestampQuery query, Instant genTime, BigInteger serialNumber) {
        return Der.element(
                Der.SEQUENCE,
                VERSION_1,
                policy,
                messageImprint(query.messageImprint()),
                integer(serialNumber),
                GenTime.der(genTime),
                accuracy,
                ordering,
                nonce(query.nonce()));
    }

    private byte[] messageImprint(Digest digest) {
        byte @Nullable [] algorithm = hashAlgorithms.get(digest.algorithm());
        if (algorithm == null) {
            throw new IllegalStateException("every algorithm was encoded when the template was made");
        }
        return Der.element(
                Der.SEQUENCE,
                algorithm,
                Der.element(Der.OCTET_STRING, digest.value().toArray()));
    }

    private static byte[] nonce(Optional<BigInteger> nonce) {
        return nonce.map(TstInfoTemplate::integer).orElse(LEFT_OUT);
    }

    private static byte[] integer(BigInteger value) {
        return Der.element(Der.INTEGER, value.toByteArray());
    }

    /** As OpenSSL and Bouncy Castle write it, with NULL parameters. */
    private static AlgorithmIdentifier hashAlgorithm(DigestAlgorithm algorithm) {
        return new AlgorithmIdentifier(new ASN1ObjectIdentifier(algorithm.oid()), DERNull.INSTANCE);
    }

    private static Accuracy accuracy(Duration accuracy) {
        return new Accuracy(positive(accuracy.toSeconds()), positive(accuracy.toMillisPart()), null);
    }

    private static @Nullable ASN1Integer positive(long value) {
        return value == 0 ? null : new ASN1Integer(value);
    }
}
