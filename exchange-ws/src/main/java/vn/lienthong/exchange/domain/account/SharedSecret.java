package vn.lienthong.exchange.domain.account;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** A secret shared with a system. It authenticates and does not show itself; compared in constant time. */
public final class SharedSecret {
    private final byte[] octets;

    private SharedSecret(byte[] octets) {
        this.octets = octets;
    }

    /** @param octets for VXP the UTF-8 octets of the secret's text; at least 8 */
    public static SharedSecret of(byte[] octets) {
        if (octets.length < 8) {
            throw new IllegalArgumentException("a shared secret has at least 8 octets");
        }
        return new SharedSecret(octets.clone());
    }

    /** HMAC-SHA256 of the message under this secret. */
    public byte[] hmacSha256(byte[] message) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(octets, "HmacSHA256"));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }

    /** The octets themselves: for the vault, which encrypts them, and for what computes with them in another way. */
    public byte[] reveal() {
        return octets.clone();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SharedSecret that && MessageDigest.isEqual(octets, that.octets);
    }

    @Override
    public int hashCode() {
        return 1; // nothing of a secret leaks into a hash table
    }

    @Override
    public String toString() {
        return "SharedSecret[hidden]";
    }
}
