package vn.lienthong.exchange.application.directory;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import vn.lienthong.exchange.application.recent.Recent;
import vn.lienthong.exchange.domain.account.Accounts;
import vn.lienthong.exchange.domain.account.Caller;
import vn.lienthong.exchange.domain.account.VxpPeer;
import vn.lienthong.exchange.domain.agency.SystemId;
import vn.lienthong.exchange.domain.content.Sha256Digest;
import vn.lienthong.exchange.domain.ledger.UnitOfWork;

/**
 * From what a request proves itself by to who calls. Empty means that nobody is known by it; the boundary has checked
 * the proof itself (HMAC, WS-Security signature). Who was just known is known for {@link #KNOWN_FOR}: an account that is
 * taken away, or loses a role, ends at each node within that time. Thread-safe.
 */
public final class Authenticate {
    /** Long enough that a busy system is looked up once for hundreds of its requests. */
    public static final Duration KNOWN_FOR = Duration.ofSeconds(2);

    private final UnitOfWork unitOfWork;
    private final Clock clock;
    private final Recent<SystemId, VxpPeer> peers = new Recent<>(KNOWN_FOR);
    private final Recent<Sha256Digest, Caller> byToken = new Recent<>(KNOWN_FOR);
    private final Recent<Sha256Digest, Caller> byCertificate = new Recent<>(KNOWN_FOR);

    public Authenticate(UnitOfWork unitOfWork, Clock clock) {
        this.unitOfWork = unitOfWork;
        this.clock = clock;
    }

    /** The system and the secret that its VXP requests are to be checked with. */
    public Optional<VxpPeer> vxpPeer(SystemId system) {
        return known(peers, system, accounts -> accounts.vxpPeer(system));
    }

    /** The system or person that holds this bearer token. */
    public Optional<Caller> byBearerToken(String token) {
        return byBearerToken(digest(token));
    }

    /** The system or person whose bearer token has that digest. */
    public Optional<Caller> byBearerToken(Sha256Digest digest) {
        return known(byToken, digest, accounts -> accounts.byToken(digest));
    }

    /** By what a token is looked up, and can be remembered without being known. */
    public static Sha256Digest digest(String token) {
        return sha256(token.getBytes(StandardCharsets.UTF_8));
    }

    /** The system that signs with this certificate. */
    public Optional<Caller> byCertificate(X509Certificate certificate) {
        try {
            Sha256Digest digest = sha256(certificate.getEncoded());
            return known(byCertificate, digest, accounts -> accounts.byCertificate(digest));
        } catch (CertificateEncodingException e) {
            return Optional.empty();
        }
    }

    /** At this node the next request of that name is looked up again: it acts for other agencies than before. */
    void forget(String name) {
        peers.forgetAll(peer -> peer.caller().name().equals(name));
        byToken.forgetAll(caller -> caller.name().equals(name));
        byCertificate.forgetAll(caller -> caller.name().equals(name));
    }

    /** The aliases of the keys that the caller may sign with. */
    public Set<String> keysOf(Caller caller) {
        return unitOfWork.reading(ledger -> ledger.accounts().keysOf(caller.name()));
    }

    private <K, V> Optional<V> known(Recent<K, V> recent, K proof, Function<Accounts, Optional<V>> look) {
        Instant now = clock.instant();
        return recent.find(proof, now).or(() -> {
            Optional<V> found = unitOfWork.reading(ledger -> look.apply(ledger.accounts()));
            found.ifPresent(value -> recent.remember(proof, value, now));
            return found;
        });
    }

    private static Sha256Digest sha256(byte[] octets) {
        try {
            return Sha256Digest.of(MessageDigest.getInstance("SHA-256").digest(octets));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
