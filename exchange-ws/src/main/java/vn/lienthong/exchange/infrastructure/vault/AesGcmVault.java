package vn.lienthong.exchange.infrastructure.vault;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import vn.lienthong.exchange.domain.account.SecretUnreadableException;
import vn.lienthong.exchange.domain.account.SecretVault;
import vn.lienthong.exchange.domain.account.SharedSecret;

/**
 * AES-256-GCM under a key from a file outside the database. A sealed secret is the octet 01, a random nonce of 12
 * octets, and the ciphertext with its tag; the owner's name is authenticated with it. Thread-safe.
 *
 * <p>Source: NIST SP 800-38D.
 */
public final class AesGcmVault implements SecretVault {
    private static final byte VERSION = 1;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final SecretKeySpec key;
    private final SecureRandom random;

    private AesGcmVault(SecretKeySpec key, SecureRandom random) {
        this.key = key;
        this.random = random;
    }

    /**
     * The vault whose key stands in the file as 64 hexadecimal digits.
     *
     * @throws IOException if the file cannot be read or holds anything else
     */
    public static AesGcmVault ofKeyFile(Path file, SecureRandom random) throws IOException {
        String text = Files.readString(file, StandardCharsets.US_ASCII).strip();
        if (text.length() != 64 || !text.chars().allMatch(HexFormat::isHexDigit)) {
            throw new IOException("the vault's key file " + file + " does not hold 64 hexadecimal digits");
        }
        byte[] octets = HexFormat.of().parseHex(text);
        SecretKeySpec key = new SecretKeySpec(octets, "AES");
        Arrays.fill(octets, (byte) 0);
        return new AesGcmVault(key, random);
    }

    @Override
    public byte[] seal(String owner, SharedSecret secret) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        try {
            byte[] encrypted = cipher(Cipher.ENCRYPT_MODE, owner, nonce).doFinal(secret.reveal());
            return ByteBuffer.allocate(1 + NONCE + encrypted.length)
                    .put(VERSION)
                    .put(nonce)
                    .put(encrypted)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has AES-GCM", e);
        }
    }

    @Override
    public SharedSecret open(String owner, byte[] sealed) {
        try {
            if (sealed.length <= 1 + NONCE || sealed[0] != VERSION) {
                throw new GeneralSecurityException("not a sealed secret");
            }
            byte[] nonce = Arrays.copyOfRange(sealed, 1, 1 + NONCE);
            Cipher cipher = cipher(Cipher.DECRYPT_MODE, owner, nonce);
            return SharedSecret.of(cipher.doFinal(sealed, 1 + NONCE, sealed.length - 1 - NONCE));
        } catch (GeneralSecurityException e) {
            throw new SecretUnreadableException(owner, e);
        }
    }

    private Cipher cipher(int mode, String owner, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(owner.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
