package vn.lienthong.exchange.domain.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.random.RandomGenerator;
import vn.lienthong.exchange.domain.content.Sha256Digest;

/** A text that gives whoever holds it a right. Only its digest is stored; never shown but to whom it is given. */
public record OpaqueToken(String value) {
    /** Nobody guesses 256 bits, so nothing that is known by one needs to count wrong ones. */
    private static final int OCTETS = 32;

    /** A new one, of the characters that need no quoting in headers, addresses and forms. */
    public static OpaqueToken random(RandomGenerator random) {
        byte[] octets = new byte[OCTETS];
        random.nextBytes(octets);
        return new OpaqueToken(Base64.getUrlEncoder().withoutPadding().encodeToString(octets));
    }

    public Sha256Digest digest() {
        try {
            return Sha256Digest.of(MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return "OpaqueToken[hidden]";
    }
}
