package vn.lienthong.signer.sign.twostep;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.Security;
import java.security.Signature;
import java.util.HexFormat;
import javax.crypto.Cipher;

/**
 * A program of its own on the official's side: signs one digest by the JDK's PKCS#11 provider. It shares no class with the
 * server, and no process.
 */
final class OfficialsClient {
    /** Source: RFC 8017 §9.2 note 1. */
    private static final String SHA256_DIGEST_INFO = "3031300d060960864801650304020105000420";

    private OfficialsClient() {}

    /** @param arguments library, slot, alias, PIN, digest in hexadecimal, configuration to be written */
    public static void main(String[] arguments) throws IOException, GeneralSecurityException {
        Path configuration = Path.of(arguments[5]);
        Files.writeString(configuration, "name=Official\nlibrary=%s\nslot=%s\n".formatted(arguments[0], arguments[1]));
        Provider token = Security.getProvider("SunPKCS11").configure(configuration.toString());
        char[] pin = arguments[3].toCharArray();
        KeyStore keys = KeyStore.getInstance("PKCS11", token);
        keys.load(null, pin);
        Key key = keys.getKey(arguments[2], pin);
        byte[] signature = key.getAlgorithm().equals("RSA")
                ? rsa(token, key, SHA256_DIGEST_INFO + arguments[4])
                : ecdsa(token, (PrivateKey) key, arguments[4]);
        System.out.print("signature=" + HexFormat.of().formatHex(signature));
    }

    private static byte[] rsa(Provider token, Key key, String digestInfo) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("RSA/ECB/PKCS1Padding", token);
        cipher.init(Cipher.ENCRYPT_MODE, key);
        return cipher.doFinal(HexFormat.of().parseHex(digestInfo));
    }

    private static byte[] ecdsa(Provider token, PrivateKey key, String digest) throws GeneralSecurityException {
        Signature signer = Signature.getInstance("NONEwithECDSA", token);
        signer.initSign(key);
        signer.update(HexFormat.of().parseHex(digest));
        return signer.sign();
    }
}
