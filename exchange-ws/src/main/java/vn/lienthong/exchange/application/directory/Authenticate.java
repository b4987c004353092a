package vn.lienthong.exchange.application.directory;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Optional;
import java.util.Set;
import vn.lienthong.exchange.domain.account.Caller;
import vn.lienthong.exchange.domain.account.VxpPeer;
import vn.lienthong.exchange.domain.agency.SystemId;
import vn.lienthong.exchange.domain.content.Sha256Digest;
import vn.lienthong.exchange.domain.ledger.UnitOfWork;

/**
 * From what a request proves itself by to who calls. Empty means that nobody is known by it; the boundary has checked
 * the proof itself (HMAC, WS-Security signature). Thread-safe.
 */
public final class Authenticate {
    private final UnitOfWork unitOfWork;

    public Authenticate(UnitOfWork unitOfWork) {
        this.unitOfWork = unitOfWork;
    }

    /** The system and the secret that its VXP requests are to be checked with. */
    public Optional<VxpPeer> vxpPeer(SystemId system) {
        return unitOfWork.reading(ledger -> ledger.accounts().vxpPeer(system));
    }

    /** The system or person that holds this bearer token. */
    public Optional<Caller> byBearerToken(String token) {
        Sha256Digest digest = sha256(token.getBytes(StandardCharsets.UTF_8));
        return unitOfWork.reading(ledger -> ledger.accounts().byToken(digest));
    }

    /** By what a token can be remembered without being known. */
    public static String fingerprint(String token) {
        return sha256(token.getBytes(StandardCharsets.UTF_8)).hex();
    }

    /** The system that signs with this certificate. */
    public Optional<Caller> byCertificate(X509Certificate certificate) {
        try {
            Sha256Digest digest = sha256(certificate.getEncoded());
            return unitOfWork.reading(ledger -> ledger.accounts().byCertificate(digest));
        } catch (CertificateEncodingException e) {
            return Optional.empty();
        }
    }

    /** The aliases of the keys that the caller may sign with. */
    public Set<String> keysOf(Caller caller) {
        return unitOfWork.reading(ledger -> ledger.accounts().keysOf(caller.name()));
    }

    static Sha256Digest sha256(byte[] octets) {
        try {
            return Sha256Digest.of(MessageDigest.getInstance("SHA-256").digest(octets));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
