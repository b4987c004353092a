package vn.lienthong.signer.token.cryptoki;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import vn.lienthong.signer.algorithm.Bytes;
import vn.lienthong.signer.algorithm.DigestAlgorithm;
import vn.lienthong.signer.algorithm.DigestInfo;
import vn.lienthong.signer.algorithm.SignatureScheme;

/**
 * How one scheme is asked of a token: which mechanism, over which octets, and what its answer becomes.
 *
 * <p>The digest is made outside of the token: CKM_RSA_PKCS signs a DigestInfo, the others the digest itself; CKM_EDDSA signs
 * the message.
 */
final class SigningMechanism {
    private final SignatureScheme scheme;
    private final MemorySegment mechanism;
    private final byte[] prefix;

    /** The native mechanism lives as long as the arena. */
    SigningMechanism(SignatureScheme scheme, Arena arena) {
        this.scheme = scheme;
        this.mechanism = arena.allocate(24, Long.BYTES);
        boolean pkcs1 = scheme.keyKind() == SignatureScheme.KeyKind.RSA && !scheme.isPss();
        prefix = pkcs1 ? DigestInfo.prefix(scheme.digest()).toArray() : new byte[0];
        if (scheme.isPss()) {
            MemorySegment parameters = pssParameters(scheme.digest(), arena);
            mechanism.set(JAVA_LONG, 0, Mechanism.CKM_RSA_PKCS_PSS.value());
            mechanism.set(ADDRESS, 8, parameters);
            mechanism.set(JAVA_LONG, 16, parameters.byteSize());
        } else {
            // PKCS#11 v3.0 §2.3.14: CKM_EDDSA without parameters is PureEdDSA.
            Mechanism plain = switch (scheme.keyKind()) {
                case RSA -> Mechanism.CKM_RSA_PKCS;
                case EC -> Mechanism.CKM_ECDSA;
                case ED25519 -> Mechanism.CKM_EDDSA;
            };
            mechanism.set(JAVA_LONG, 0, plain.value());
        }
    }

    MemorySegment nativeMechanism() {
        return mechanism;
    }

    /** How much longer what the token signs is than what is given. */
    int overhead() {
        return prefix.length;
    }

    /** Writes what the token signs into {@code target}, and returns its length. */
    long write(Bytes input, MemorySegment target) {
        byte[] value = input.toArray();
        MemorySegment.copy(MemorySegment.ofArray(prefix), 0, target, 0, prefix.length);
        MemorySegment.copy(MemorySegment.ofArray(value), 0, target, prefix.length, value.length);
        return prefix.length + value.length;
    }

    /** The signature as the standards outside of PKCS#11 write it. */
    byte[] encoded(byte[] returned) {
        return scheme.keyKind() == SignatureScheme.KeyKind.EC ? EcdsaSignature.der(returned) : returned;
    }

    /** CK_RSA_PKCS_PSS_PARAMS: hash, MGF1 with the same hash, salt as long as the digest. */
    private static MemorySegment pssParameters(DigestAlgorithm algorithm, Arena arena) {
        Mechanism hash = switch (algorithm) {
            case SHA256 -> Mechanism.CKM_SHA256;
            case SHA384 -> Mechanism.CKM_SHA384;
            case SHA512 -> Mechanism.CKM_SHA512;
            case SHA3_256, SHA3_384, SHA3_512 -> throw withoutPss(algorithm);
        };
        long mgf = switch (algorithm) { // CKG_MGF1_*
            case SHA256 -> 2;
            case SHA384 -> 3;
            case SHA512 -> 4;
            case SHA3_256, SHA3_384, SHA3_512 -> throw withoutPss(algorithm);
        };
        return arena.allocateFrom(JAVA_LONG, hash.value(), mgf, algorithm.length());
    }

    private static IllegalArgumentException withoutPss(DigestAlgorithm algorithm) {
        return new IllegalArgumentException("no scheme is PSS with " + algorithm);
    }
}
