package vn.lienthong.exchange.domain.solecontrol;

import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.random.RandomGenerator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import vn.lienthong.exchange.domain.account.SharedSecret;

/**
 * What makes an official's one-time passwords: six digits a step of 30 seconds.
 *
 * <p>HMAC-SHA-1, since that is what every authenticator has; its strength does not rest on collisions of the hash.
 * Compared in constant time; never shows itself.
 *
 * <p>Source: RFC 6238 §4, RFC 4226 §5.3.
 */
public record TotpSecret(SharedSecret secret) {
    /** As long as the output of HMAC-SHA-1. Source: RFC 4226 §4, R6. */
    private static final int LENGTH = 20;

    private static final long STEP_SECONDS = 30;
    /** Clocks of telephones differ, and people type slowly. Source: RFC 6238 §5.2. */
    private static final int STEPS_AROUND = 1;

    private static final int DIGITS = 6;
    private static final int MODULUS = 1_000_000;
    private static final String ISSUER = "Liên Thông";
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    public static TotpSecret random(RandomGenerator random) {
        byte[] octets = new byte[LENGTH];
        random.nextBytes(octets);
        return new TotpSecret(SharedSecret.of(octets));
    }

    public static long step(Instant at) {
        return Math.floorDiv(at.getEpochSecond(), STEP_SECONDS);
    }

    /** The password of that step, six digits. */
    public String password(long step) {
        byte[] hmac = hmac(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
        int offset = hmac[hmac.length - 1] & 0x0f;
        int truncated = ByteBuffer.wrap(hmac).getInt(offset) & 0x7fffffff;
        return String.format(Locale.ROOT, "%0" + DIGITS + "d", truncated % MODULUS);
    }

    /** The step whose password it is, or empty if it is that of none around now. */
    public OptionalLong matchingStep(String password, Instant now) {
        byte[] given = password.getBytes(StandardCharsets.UTF_8);
        OptionalLong found = OptionalLong.empty();
        for (long step = step(now) - STEPS_AROUND; step <= step(now) + STEPS_AROUND; step++) {
            if (MessageDigest.isEqual(password(step).getBytes(StandardCharsets.UTF_8), given)) {
                found = OptionalLong.of(step);
            }
        }
        return found;
    }

    /** As it is put into an authenticator by hand. Source: RFC 4648 §6, without padding. */
    public String base32() {
        StringBuilder text = new StringBuilder();
        int bits = 0;
        int held = 0;
        for (byte octet : secret.reveal()) {
            held = held << 8 | octet & 0xff;
            bits += 8;
            while (bits >= 5) {
                bits -= 5;
                text.append(BASE32.charAt(held >> bits & 0x1f));
            }
        }
        return bits == 0
                ? text.toString()
                : text.append(BASE32.charAt(held << (5 - bits) & 0x1f)).toString();
    }

    /** The same for a QR code that an authenticator reads, by the form that all of them know. */
    public String keyUri(String account) {
        return "otpauth://totp/" + encoded(ISSUER + ":" + account) + "?secret=" + base32() + "&issuer="
                + encoded(ISSUER) + "&algorithm=SHA1&digits=" + DIGITS + "&period=" + STEP_SECONDS;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private byte[] hmac(byte[] message) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret.reveal(), "HmacSHA1"));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA1", e);
        }
    }
}
