package vn.lienthong.signer.sign.twostep;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import vn.lienthong.signer.algorithm.Bytes;

/**
 * Seals continuations into texts that a client carries from the first step to the second, and can neither read nor change.
 * Every node has the same keys: the first seals, any of them opens, so a key can be followed by another while texts of it
 * are on their way. Thread-safe.
 *
 * <p>Nonces are random, so a key is good for 2^32 texts. Source: NIST SP 800-38D §8.2.2, §8.3; RFC 4648 §5.
 */
public final class ContinuationSeal {
    /** Bound into each text: nothing else that the key might ever seal opens here. */
    private static final byte[] PURPOSE = "lienthong two-step 1".getBytes(StandardCharsets.US_ASCII);

    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    /** The longest text: a request's words are far shorter. Images and documents are sent again instead. */
    private static final int LONGEST = 64 * 1024;

    private final List<SecretKey> keys;
    private final SecureRandom random;
    private final Clock clock;
    private final Duration life;

    /**
     * A seal that is ready.
     *
     * @param keys of AES, the newest first, the same on every node; for nothing else
     * @param life how long a text is good
     */
    public ContinuationSeal(List<SecretKey> keys, SecureRandom random, Clock clock, Duration life) {
        boolean aes = keys.stream().allMatch(key -> key.getAlgorithm().equals("AES"));
        if (keys.isEmpty() || !aes || life.isNegative() || life.isZero()) {
            throw new IllegalArgumentException("a continuation is sealed with an AES key, and for some time");
        }
        this.keys = List.copyOf(keys);
        this.random = random;
        this.clock = clock;
        this.life = life;
    }

    /** How the opening of a text ended. */
    sealed interface Opening {
        record Opened(Continuation continuation) implements Opening {}

        record NotOpened(TwoStepRefusal reason) implements Opening {}
    }

    /** A text that was sealed, and until when it is good. */
    record Sealed(String text, Instant expires) {}

    /**
     * A text that only {@link #open} reads.
     *
     * @throws IllegalArgumentException if {@code asked} is too long for a text
     */
    Sealed seal(Bytes asked, ToBeSigned prepared) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        // in whole seconds, as the text says it
        Instant expires = clock.instant().plus(life).truncatedTo(ChronoUnit.SECONDS);
        Continuation continuation = new Continuation(asked, prepared, expires);
        byte[] sealed = crypt(Cipher.ENCRYPT_MODE, keys.get(0), nonce, ContinuationJson.write(continuation));
        byte[] whole = Arrays.copyOf(nonce, NONCE + sealed.length);
        System.arraycopy(sealed, 0, whole, NONCE, sealed.length);
        String text = encoded(whole);
        if (text.length() > LONGEST) {
            throw new IllegalArgumentException("a continuation has at most " + LONGEST + " characters");
        }
        return new Sealed(text, expires);
    }

    /** The continuation that was sealed into the text, whatever text that is. */
    Opening open(String text) {
        if (text.length() > LONGEST) {
            return foreign();
        }
        try {
            byte[] whole = Base64.getUrlDecoder().decode(text);
            // one spelling alone: the last character has bits that mean nothing
            if (whole.length <= NONCE || !encoded(whole).equals(text)) {
                return foreign();
            }
            byte[] nonce = Arrays.copyOf(whole, NONCE);
            Continuation continuation =
                    ContinuationJson.read(opened(nonce, Arrays.copyOfRange(whole, NONCE, whole.length)));
            return clock.instant().isBefore(continuation.expires())
                    ? new Opening.Opened(continuation)
                    : new Opening.NotOpened(TwoStepRefusal.CONTINUATION_EXPIRED);
        } catch (IllegalArgumentException | IOException | DateTimeException e) {
            return foreign();
        }
    }

    private static Opening foreign() {
        return new Opening.NotOpened(TwoStepRefusal.CONTINUATION_FOREIGN);
    }

    private static String encoded(byte[] octets) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(octets);
    }

    /** @throws IllegalArgumentException if no key of these sealed it */
    private byte[] opened(byte[] nonce, byte[] sealed) {
        IllegalArgumentException last = new IllegalArgumentException("there is no key");
        for (SecretKey key : keys) {
            try {
                return crypt(Cipher.DECRYPT_MODE, key, nonce, sealed);
            } catch (IllegalArgumentException e) {
                last = e;
            }
        }
        throw last;
    }

    /** @throws IllegalArgumentException if what is to be decrypted was not encrypted with this key */
    private static byte[] crypt(int mode, SecretKey key, byte[] nonce, byte[] octets) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(PURPOSE);
            return cipher.doFinal(octets);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("not sealed by this key", e);
        }
    }
}
