package vn.lienthong.signer.token.cryptoki;

import static vn.lienthong.signer.token.cryptoki.AttributeType.CKA_CERTIFICATE_TYPE;
import static vn.lienthong.signer.token.cryptoki.AttributeType.CKA_EXTRACTABLE;
import static vn.lienthong.signer.token.cryptoki.AttributeType.CKA_ID;
import static vn.lienthong.signer.token.cryptoki.AttributeType.CKA_ISSUER;
import static vn.lienthong.signer.token.cryptoki.AttributeType.CKA_LABEL;
import static vn.lienthong.signer.token.cryptoki.AttributeType.CKA_PRIVATE;
import static vn.lienthong.signer.token.cryptoki.AttributeType.CKA_SENSITIVE;
import static vn.lienthong.signer.token.cryptoki.AttributeType.CKA_SERIAL_NUMBER;
import static vn.lienthong.signer.token.cryptoki.AttributeType.CKA_SIGN;
import static vn.lienthong.signer.token.cryptoki.AttributeType.CKA_SUBJECT;
import static vn.lienthong.signer.token.cryptoki.AttributeType.CKA_TOKEN;
import static vn.lienthong.signer.token.cryptoki.AttributeType.CKA_VALUE;
import static vn.lienthong.signer.token.cryptoki.AttributeType.CKA_VERIFY;

import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.ASN1Integer;
import vn.lienthong.signer.algorithm.Bytes;
import vn.lienthong.signer.token.KeyLocator;
import vn.lienthong.signer.token.TokenFault;

/** The key pairs and certificates of one token, through a session that its user is logged in to. */
public final class KeyPairs {
    private static final long CKC_X_509 = 0;

    private final CryptokiSession session;

    public KeyPairs(CryptokiSession session) {
        this.session = session;
    }

    /**
     * A pair with that id and label is on the token for good; its private key signs, is sensitive and never leaves. Wants a
     * writing session.
     */
    public TokenKey generate(KeyPairSpec spec, Bytes id, String label) throws TokenFault {
        Template publicKey = spec.completed(new Template()
                .with(CKA_TOKEN, true)
                .with(CKA_PRIVATE, false)
                .with(CKA_VERIFY, true)
                .with(CKA_ID, id)
                .with(CKA_LABEL, label));
        Template privateKey = new Template()
                .with(CKA_TOKEN, true)
                .with(CKA_PRIVATE, true)
                .with(CKA_SENSITIVE, true)
                .with(CKA_EXTRACTABLE, false)
                .with(CKA_SIGN, true)
                .with(CKA_ID, id)
                .with(CKA_LABEL, label);
        long[] handles = session.generateKeyPair(spec.mechanism(), publicKey, privateKey);
        return new TokenKey(id, label, PublicKeys.read(session, handles[0]));
    }

    /** The pairs that the locator fits, as their public keys tell. */
    public List<TokenKey> find(KeyLocator locator) throws TokenFault {
        return read(session.find(ObjectClass.CKO_PUBLIC_KEY, locator));
    }

    /** All pairs of the token whose public key is on it. */
    public List<TokenKey> all() throws TokenFault {
        return read(session.findAll(ObjectClass.CKO_PUBLIC_KEY));
    }

    private List<TokenKey> read(long[] handles) throws TokenFault {
        List<TokenKey> keys = new ArrayList<>();
        for (long handle : handles) {
            String label = new String(session.attribute(handle, CKA_LABEL).toArray(), StandardCharsets.UTF_8);
            keys.add(new TokenKey(session.attribute(handle, CKA_ID), label, PublicKeys.read(session, handle)));
        }
        return keys;
    }

    /** The certificate is on the token under that id and label. Wants a writing session. */
    public void store(X509Certificate certificate, Bytes id, String label) throws TokenFault {
        try {
            session.create(Template.of(ObjectClass.CKO_CERTIFICATE)
                    .with(CKA_CERTIFICATE_TYPE, CKC_X_509)
                    .with(CKA_TOKEN, true)
                    .with(CKA_PRIVATE, false)
                    .with(CKA_ID, id)
                    .with(CKA_LABEL, label)
                    .with(
                            CKA_SUBJECT,
                            Bytes.of(certificate.getSubjectX500Principal().getEncoded()))
                    .with(
                            CKA_ISSUER,
                            Bytes.of(certificate.getIssuerX500Principal().getEncoded()))
                    .with(CKA_SERIAL_NUMBER, Bytes.of(new ASN1Integer(certificate.getSerialNumber()).getEncoded()))
                    .with(CKA_VALUE, Bytes.of(certificate.getEncoded())));
        } catch (CertificateEncodingException | java.io.IOException e) {
            throw new IllegalArgumentException("the certificate has no DER form", e);
        }
    }

    /** The DER forms of the certificates that the locator fits. */
    public List<Bytes> certificates(KeyLocator locator) throws TokenFault {
        List<Bytes> found = new ArrayList<>();
        for (long handle : session.find(ObjectClass.CKO_CERTIFICATE, locator)) {
            found.add(session.attribute(handle, CKA_VALUE));
        }
        return found;
    }

    /** All certificates of the token, authorities' too; no login is needed for them. */
    public List<TokenCertificate> allCertificates() throws TokenFault {
        List<TokenCertificate> found = new ArrayList<>();
        for (long handle : session.findAll(ObjectClass.CKO_CERTIFICATE)) {
            found.add(new TokenCertificate(session.attribute(handle, CKA_ID), session.attribute(handle, CKA_VALUE)));
        }
        return found;
    }

    /** Every key and certificate that the locator fits is gone for good; the answer counts them. */
    public int destroy(KeyLocator locator) throws TokenFault {
        int destroyed = 0;
        for (ObjectClass objectClass : ObjectClass.values()) {
            for (long handle : session.find(objectClass, locator)) {
                session.destroy(handle);
                destroyed++;
            }
        }
        return destroyed;
    }
}
