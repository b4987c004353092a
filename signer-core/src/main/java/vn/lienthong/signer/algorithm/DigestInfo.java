package vn.lienthong.signer.algorithm;

import java.util.HexFormat;

/** The DER structure that an RSA signature by PKCS#1 v1.5 pads and signs. Source: RFC 8017 §9.2, note 1; RFC 9688. */
public final class DigestInfo {
    private DigestInfo() {}

    /** Everything of the structure but the digest, which follows right behind. */
    public static Bytes prefix(DigestAlgorithm algorithm) {
        return Bytes.of(HexFormat.of()
                .parseHex(
                        switch (algorithm) {
                            case SHA256 -> "3031300d060960864801650304020105000420";
                            case SHA384 -> "3041300d060960864801650304020205000430";
                            case SHA512 -> "3051300d060960864801650304020305000440";
                            case SHA3_256 -> "3031300d060960864801650304020805000420";
                            case SHA3_384 -> "3041300d060960864801650304020905000430";
                            case SHA3_512 -> "3051300d060960864801650304020a05000440";
                        }));
    }

    /** The whole structure. */
    public static Bytes of(Digest digest) {
        byte[] prefix = prefix(digest.algorithm()).toArray();
        byte[] value = digest.value().toArray();
        byte[] whole = new byte[prefix.length + value.length];
        System.arraycopy(prefix, 0, whole, 0, prefix.length);
        System.arraycopy(value, 0, whole, prefix.length, value.length);
        return Bytes.of(whole);
    }
}
