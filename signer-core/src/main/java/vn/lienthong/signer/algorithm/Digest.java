package vn.lienthong.signer.algorithm;

/**
 * A digest together with the algorithm that made it.
 *
 * @param value exactly {@link DigestAlgorithm#length()} octets
 */
public record Digest(DigestAlgorithm algorithm, Bytes value) {
    public Digest {
        if (value.length() != algorithm.length()) {
            throw new IllegalArgumentException(
                    algorithm + " digest has " + value.length() + " octets, not " + algorithm.length());
        }
    }
}
