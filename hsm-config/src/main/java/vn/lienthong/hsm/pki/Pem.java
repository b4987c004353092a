package vn.lienthong.hsm.pki;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.openssl.jcajce.JceOpenSSLPKCS8DecryptorProviderBuilder;
import org.bouncycastle.openssl.jcajce.JceOpenSSLPKCS8EncryptorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;
import org.bouncycastle.pkcs.PKCSException;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemWriter;

/** The text form of certificates and keys. Source: RFC 7468. */
public final class Pem {
    private static final BouncyCastleProvider PROVIDER = new BouncyCastleProvider();

    private Pem() {}

    public static byte[] certificates(List<X509Certificate> chain) {
        StringWriter text = new StringWriter();
        try (PemWriter pem = new PemWriter(text)) {
            for (X509Certificate certificate : chain) {
                pem.writeObject(new PemObject("CERTIFICATE", certificate.getEncoded()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("a parsed certificate has its encoding", e);
        }
        return text.toString().getBytes(StandardCharsets.US_ASCII);
    }

    /**
     * The certificates of the text, in its order.
     *
     * @throws CertificateException if one of them cannot be read
     */
    public static List<X509Certificate> readCertificates(byte[] pem) throws CertificateException {
        return CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(pem)).stream()
                .map(X509Certificate.class::cast)
                .toList();
    }

    /** The key as ENCRYPTED PRIVATE KEY: PBES2 with AES-256-CBC. Source: RFC 8018 §6.2. */
    public static byte[] encryptedKey(PrivateKey key, char[] password, SecureRandom random) {
        StringWriter text = new StringWriter();
        try (PemWriter pem = new PemWriter(text)) {
            pem.writeObject(new JcaPKCS8Generator(
                    key,
                    new JceOpenSSLPKCS8EncryptorBuilder(JcaPKCS8Generator.AES_256_CBC)
                            .setProvider(PROVIDER)
                            .setRandom(random)
                            .setIterationCount(100_000)
                            .setPassword(password)
                            .build()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (OperatorCreationException e) {
            throw new IllegalStateException("Bouncy Castle has AES", e);
        }
        return text.toString().getBytes(StandardCharsets.US_ASCII);
    }

    /**
     * The key that {@link #encryptedKey} wrote.
     *
     * @throws GeneralSecurityException if the text is another one, or the password is wrong
     */
    public static PrivateKey decryptedKey(byte[] pem, char[] password) throws GeneralSecurityException {
        try (PEMParser parser = new PEMParser(new StringReader(new String(pem, StandardCharsets.US_ASCII)))) {
            if (!(parser.readObject() instanceof PKCS8EncryptedPrivateKeyInfo encrypted)) {
                throw new GeneralSecurityException("this file holds no encrypted private key");
            }
            return new JcaPEMKeyConverter()
                    .getPrivateKey(encrypted.decryptPrivateKeyInfo(new JceOpenSSLPKCS8DecryptorProviderBuilder()
                            .setProvider(PROVIDER)
                            .build(password)));
        } catch (IOException | OperatorCreationException | PKCSException e) {
            throw new GeneralSecurityException("the private key cannot be decrypted with this password", e);
        }
    }
}
