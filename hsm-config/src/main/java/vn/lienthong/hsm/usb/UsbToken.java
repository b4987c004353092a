package vn.lienthong.hsm.usb;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.lienthong.signer.algorithm.Bytes;
import vn.lienthong.signer.algorithm.Digest;
import vn.lienthong.signer.algorithm.SignatureScheme;
import vn.lienthong.signer.token.FaultKind;
import vn.lienthong.signer.token.KeyLocator;
import vn.lienthong.signer.token.Pin;
import vn.lienthong.signer.token.TokenFault;
import vn.lienthong.signer.token.cryptoki.CryptokiModule;
import vn.lienthong.signer.token.cryptoki.CryptokiSession;
import vn.lienthong.signer.token.cryptoki.DigestSigner;
import vn.lienthong.signer.token.cryptoki.KeyPairs;
import vn.lienthong.signer.token.cryptoki.KeyStrength;
import vn.lienthong.signer.token.cryptoki.ModuleProfile;
import vn.lienthong.signer.token.cryptoki.ObjectClass;
import vn.lienthong.signer.token.cryptoki.SessionAccess;
import vn.lienthong.signer.token.cryptoki.Slot;
import vn.lienthong.signer.token.cryptoki.TokenCertificate;
import vn.lienthong.signer.token.cryptoki.TokenUser;

/**
 * The official's token, opened for each use: it may be pulled out in between.
 *
 * @param library its PKCS#11 module
 * @param label by which the module knows it
 * @param issuers certificates of authorities that the token does not have
 */
record UsbToken(Path library, String label, List<X509Certificate> issuers) {
    private static final int NOT_A_CA = -1;

    UsbToken {
        issuers = List.copyOf(issuers);
    }

    /** The owner's certificates; no PIN is needed. */
    List<OwnCertificate> certificates() throws UsbFault {
        return inSession(session -> {
            List<OwnCertificate> own = new ArrayList<>();
            List<X509Certificate> authorities = new ArrayList<>(issuers);
            List<TokenCertificate> all = new KeyPairs(session).allCertificates();
            all.stream()
                    .flatMap(one -> read(one).stream())
                    .filter(certificate -> certificate.getBasicConstraints() != NOT_A_CA)
                    .forEach(authorities::add);
            for (TokenCertificate one : all) {
                Optional<X509Certificate> certificate = read(one).filter(c -> c.getBasicConstraints() == NOT_A_CA);
                if (certificate.isPresent() && one.id().length() > 0) {
                    List<X509Certificate> chain = new ArrayList<>(List.of(certificate.get()));
                    chain.addAll(authorities);
                    own.add(new OwnCertificate(one.id(), chain));
                }
            }
            return own;
        });
    }

    /** What the token makes of the digest: RSA as long as the modulus, ECDSA as DER. The PIN is tried once. */
    Bytes sign(OwnCertificate certificate, SignatureScheme scheme, Digest digest, Pin pin) throws UsbFault {
        return inSession(session -> {
            session.login(TokenUser.USER, pin);
            try {
                long[] keys = session.find(ObjectClass.CKO_PRIVATE_KEY, KeyLocator.ofId(certificate.keyId()));
                if (keys.length != 1) {
                    throw new TokenFault(
                            FaultKind.REQUEST_REFUSED,
                            keys.length == 0 ? "KEY_UNKNOWN" : "KEY_AMBIGUOUS",
                            certificate.keyId().hex());
                }
                KeyStrength.require(session, keys[0]);
                return new DigestSigner(session).sign(keys[0], scheme, digest);
            } finally {
                session.logout();
            }
        });
    }

    private interface Use<R> {
        R in(CryptokiSession session) throws TokenFault;
    }

    private <R> R inSession(Use<R> use) throws UsbFault {
        try (CryptokiModule module = CryptokiModule.open(library, ModuleProfile.STANDARD)) {
            Slot slot = module.slotOf(label)
                    .orElseThrow(() -> new UsbFault(
                            "token-missing",
                            "Không thấy USB token " + label + ": hãy cắm token.",
                            "The token " + label + " is not there: plug it in."));
            try (CryptokiSession session = module.openSession(slot.id(), SessionAccess.READ_ONLY)) {
                return use.in(session);
            }
        } catch (TokenFault e) {
            if (e.kind() == FaultKind.PIN_REFUSED) {
                throw new UsbFault("pin-refused", "Token không nhận mã PIN này.", "The token does not take this PIN.");
            }
            throw new UsbFault(
                    "token-refused",
                    "Token không ký được: " + e.getMessage(),
                    "The token cannot sign: " + e.getMessage());
        }
    }

    private static Optional<X509Certificate> read(TokenCertificate stored) {
        try {
            return Optional.of((X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(stored.der().toArray())));
        } catch (CertificateException e) {
            return Optional.empty(); // what cannot be read belongs to something else
        }
    }
}
