package vn.lienthong.exchange.infrastructure.vault;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import vn.lienthong.exchange.domain.account.SharedSecret;
import vn.lienthong.exchange.domain.solecontrol.PinHash;
import vn.lienthong.exchange.domain.solecontrol.PinHasher;
import vn.lienthong.exchange.domain.solecontrol.SigningPin;

/**
 * Argon2id: 19 MiB, two passes, one lane. A hash is the octet 01, which names these parameters, a random salt of 16
 * octets and the 32 octets of the tag. Thread-safe; whoever calls bounds how many run at once.
 *
 * <p>Source: RFC 9106; the parameters are the smallest that OWASP's Password Storage Cheat Sheet names, since the hash
 * is encrypted besides.
 */
public final class Argon2PinHasher implements PinHasher {
    private static final byte VERSION = 1;
    private static final int SALT = 16;
    private static final int TAG = 32;
    private static final int MEMORY_KIB = 19 * 1024;
    private static final int PASSES = 2;

    private final SecureRandom random;

    public Argon2PinHasher(SecureRandom random) {
        this.random = random;
    }

    @Override
    public PinHash hash(SigningPin pin) {
        byte[] salt = new byte[SALT];
        random.nextBytes(salt);
        byte[] encoded = ByteBuffer.allocate(1 + SALT + TAG)
                .put(VERSION)
                .put(salt)
                .put(tag(pin, salt))
                .array();
        return new PinHash(SharedSecret.of(encoded));
    }

    @Override
    public boolean matches(SigningPin pin, PinHash hash) {
        ByteBuffer encoded = ByteBuffer.wrap(hash.encoded().reveal());
        if (encoded.remaining() != 1 + SALT + TAG || encoded.get() != VERSION) {
            return false;
        }
        byte[] salt = new byte[SALT];
        byte[] expected = new byte[TAG];
        encoded.get(salt).get(expected);
        return MessageDigest.isEqual(expected, tag(pin, salt));
    }

    private static byte[] tag(SigningPin pin, byte[] salt) {
        Argon2BytesGenerator argon2 = new Argon2BytesGenerator();
        argon2.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(MEMORY_KIB)
                .withIterations(PASSES)
                .withParallelism(1)
                .withSalt(salt)
                .build());
        byte[] tag = new byte[TAG];
        argon2.generateBytes(pin.digits().getBytes(StandardCharsets.UTF_8), tag);
        return tag;
    }
}
