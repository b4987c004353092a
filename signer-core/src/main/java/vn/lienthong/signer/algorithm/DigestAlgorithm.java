package vn.lienthong.signer.algorithm;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Optional;

/**
 * The hash functions that a signature or timestamp made or accepted here may use. SHA-1 and MD5 are absent on purpose.
 *
 * <p>Source: Circular 15/2025/TT-BKHCN, Annex I; FIPS 180-4, FIPS 202.
 */
public enum DigestAlgorithm {
    SHA256("SHA-256", 32, "2.16.840.1.101.3.4.2.1"),
    SHA384("SHA-384", 48, "2.16.840.1.101.3.4.2.2"),
    SHA512("SHA-512", 64, "2.16.840.1.101.3.4.2.3"),
    SHA3_256("SHA3-256", 32, "2.16.840.1.101.3.4.2.8"),
    SHA3_384("SHA3-384", 48, "2.16.840.1.101.3.4.2.9"),
    SHA3_512("SHA3-512", 64, "2.16.840.1.101.3.4.2.10");

    private final String jcaName;
    private final int length;
    private final String oid;

    DigestAlgorithm(String jcaName, int length, String oid) {
        this.jcaName = jcaName;
        this.length = length;
        this.oid = oid;
    }

    /** The algorithm of this object identifier in dotted form, or empty for any that is not accepted. */
    public static Optional<DigestAlgorithm> ofOid(String oid) {
        return Arrays.stream(values()).filter(a -> a.oid.equals(oid)).findFirst();
    }

    /** Where a format, a token or another program has SHA-2 alone. */
    public boolean isSha2() {
        return !jcaName.startsWith("SHA3");
    }

    /** The algorithm of this object identifier in dotted form, if it is one of SHA-2. */
    public static Optional<DigestAlgorithm> sha2OfOid(String oid) {
        return ofOid(oid).filter(DigestAlgorithm::isSha2);
    }

    /** A new, unshared digester: the JDK's, which uses the processor's SHA instructions. */
    public MessageDigest newMessageDigest() {
        try {
            return MessageDigest.getInstance(jcaName);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has " + jcaName, e);
        }
    }

    /** The digest of the octets. */
    public Digest digest(byte[] octets) {
        return new Digest(this, Bytes.of(newMessageDigest().digest(octets)));
    }

    public String jcaName() {
        return jcaName;
    }

    /** Length of a digest, in octets. */
    public int length() {
        return length;
    }

    public String oid() {
        return oid;
    }
}
