package vn.lienthong.exchange.domain.solecontrol;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import vn.lienthong.exchange.domain.account.OpaqueToken;

/**
 * What an authenticator's signature stands for: a purpose and the texts that belong to it, in their order. The challenge
 * is SHA-256 over all of them, each after its length, so no two commitments share one.
 *
 * @param purpose keeps challenges for signing and for enrolling apart
 */
public record Commitment(Purpose purpose, List<String> texts) {
    /** What a challenge is for; the names are part of it. */
    public enum Purpose {
        SIGN,
        ENROL
    }

    private static final String DOMAIN = "vn.lienthong passkey challenge, version 1";

    public Commitment {
        texts = List.copyOf(texts);
    }

    /** 32 octets. */
    public byte[] challenge(OpaqueToken nonce) {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(octets)) {
            put(out, DOMAIN);
            put(out, purpose.name());
            put(out, nonce.value());
            out.writeInt(texts.size());
            for (String text : texts) {
                put(out, text);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
        try {
            return MessageDigest.getInstance("SHA-256").digest(octets.toByteArray());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static void put(DataOutputStream out, String text) throws IOException {
        byte[] octets = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(octets.length);
        out.write(octets);
    }
}
