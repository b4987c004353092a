package vn.lienthong.exchange.application.solecontrol;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;

/**
 * An authenticator in software, written from the standard alone: CBOR, COSE and authenticator data octet by octet. Each
 * of its parts can be made to misbehave.
 *
 * <p>Source: W3C Web Authentication Level 2, sections 5.8.1, 6.1, 6.5; RFC 8949; RFC 9053.
 */
public final class SoftAuthenticator {
    private static final int USER_PRESENT = 0x01;
    private static final int USER_VERIFIED = 0x04;
    private static final int ATTESTED = 0x40;

    private final KeyPair pair;
    private final byte[] id = new byte[32];
    public String origin;
    public String relyingParty;
    public boolean userVerified = true;
    public int counter;

    public SoftAuthenticator(String origin, String relyingParty) {
        this.origin = origin;
        this.relyingParty = relyingParty;
        new SecureRandom().nextBytes(id);
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            pair = generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What the browser hands on; in base64url. */
    public record Made(String clientData, String attestationObject) {}

    /** The same for an answer. */
    public record Answer(String clientData, String authenticatorData, String signature) {}

    public String id() {
        return base64url(id);
    }

    public Made create(byte[] challenge) {
        byte[] attested = concatenated(
                new byte[16], ByteBuffer.allocate(2).putShort((short) id.length).array(), id, coseKey());
        byte[] authData = concatenated(authenticatorData(ATTESTED), attested);
        ByteArrayOutputStream cbor = new ByteArrayOutputStream();
        cbor.write(0xa3);
        text(cbor, "fmt");
        text(cbor, "none");
        text(cbor, "attStmt");
        cbor.write(0xa0);
        text(cbor, "authData");
        cbor.write(0x58);
        cbor.write(authData.length);
        cbor.writeBytes(authData);
        return new Made(base64url(clientData("webauthn.create", challenge)), base64url(cbor.toByteArray()));
    }

    public Answer get(byte[] challenge) {
        counter++;
        byte[] authData = authenticatorData(0);
        byte[] clientData = clientData("webauthn.get", challenge);
        try {
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(pair.getPrivate());
            signature.update(authData);
            signature.update(sha256(clientData));
            return new Answer(base64url(clientData), base64url(authData), base64url(signature.sign()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] authenticatorData(int more) {
        int flags = USER_PRESENT | (userVerified ? USER_VERIFIED : 0) | more;
        return concatenated(
                sha256(relyingParty.getBytes(StandardCharsets.UTF_8)),
                new byte[] {(byte) flags},
                ByteBuffer.allocate(4).putInt(counter).array());
    }

    private byte[] clientData(String type, byte[] challenge) {
        return ("{\"type\":\"" + type + "\",\"challenge\":\"" + base64url(challenge) + "\",\"origin\":\"" + origin
                        + "\",\"crossOrigin\":false}")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** {1: 2, 3: -7, -1: 1, -2: x, -3: y}: EC2, ES256, P-256. */
    private byte[] coseKey() {
        ECPublicKey key = (ECPublicKey) pair.getPublic();
        return concatenated(
                new byte[] {(byte) 0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20},
                fixed(key.getW().getAffineX()),
                new byte[] {0x22, 0x58, 0x20},
                fixed(key.getW().getAffineY()));
    }

    private static byte[] fixed(BigInteger number) {
        byte[] octets = number.toByteArray();
        return octets.length > 32
                ? Arrays.copyOfRange(octets, octets.length - 32, octets.length)
                : concatenated(new byte[32 - octets.length], octets);
    }

    private static void text(ByteArrayOutputStream cbor, String text) {
        cbor.write(0x60 + text.length());
        cbor.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] sha256(byte[] octets) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(octets);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] concatenated(byte[]... parts) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            whole.writeBytes(part);
        }
        return whole.toByteArray();
    }

    private static String base64url(byte[] octets) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(octets);
    }
}
