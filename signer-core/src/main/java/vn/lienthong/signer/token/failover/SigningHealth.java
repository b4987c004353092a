package vn.lienthong.signer.token.failover;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import vn.lienthong.signer.algorithm.Bytes;
import vn.lienthong.signer.algorithm.SignatureScheme;
import vn.lienthong.signer.token.KeyAlias;
import vn.lienthong.signer.token.SigningOutcome;
import vn.lienthong.signer.token.SigningOutcome.Refused;
import vn.lienthong.signer.token.SigningOutcome.Signed;
import vn.lienthong.signer.token.SigningOutcome.TokenDown;

/**
 * Asks each place for a real signature by one key of the server's own, and verifies it: a place whose key is another one under
 * the same id does not pass. Thread-safe; a place is asked once an interval at most, whoever wants to know, and by one thread.
 */
public final class SigningHealth {
    private record Asked(Place place, ReentrantLock one) {}

    private final List<Asked> places;
    private final KeyAlias key;
    private final SignatureScheme scheme;
    private final PublicKey publicKey;
    private final Clock clock;
    private final Duration interval;
    private final Map<String, PlaceHealth> latest = new ConcurrentHashMap<>();

    /**
     * @param key of the server's own, never an official's: it signs without anybody's order
     * @param publicKey what the key's certificate holds
     * @param interval between two signatures of one place, for a health page is asked for by anybody
     */
    public SigningHealth(
            List<Place> places,
            KeyAlias key,
            SignatureScheme scheme,
            PublicKey publicKey,
            Clock clock,
            Duration interval) {
        // PSS is left out: the JDK verifies it only with parameters, and a health key needs no choice.
        if (scheme.isPss()) {
            throw new IllegalArgumentException("the health key signs by PKCS#1, ECDSA or EdDSA");
        }
        this.places = places.stream()
                .map(place -> new Asked(place, new ReentrantLock()))
                .toList();
        this.key = key;
        this.scheme = scheme;
        this.publicKey = publicKey;
        this.clock = clock;
        this.interval = interval;
    }

    /** How each place did the last time, which is now where the interval is over and nobody else asks just now. */
    public List<PlaceHealth> check() {
        List<PlaceHealth> all = new ArrayList<>();
        for (Asked asked : places) {
            all.add(check(asked));
        }
        return List.copyOf(all);
    }

    private PlaceHealth check(Asked asked) {
        @Nullable PlaceHealth known = current(asked.place);
        if (known != null) {
            return known;
        }
        @Nullable PlaceHealth before = latest.get(asked.place.name());
        // Whoever comes while a slow place is asked is told what was known before; only the first ones wait.
        if (before != null && !asked.one.tryLock()) {
            return before;
        }
        if (before == null) {
            asked.one.lock();
        }
        try {
            @Nullable PlaceHealth meanwhile = current(asked.place);
            PlaceHealth fresh = meanwhile != null ? meanwhile : asked(asked.place, clock.instant());
            latest.put(asked.place.name(), fresh);
            return fresh;
        } finally {
            asked.one.unlock();
        }
    }

    private @Nullable PlaceHealth current(Place place) {
        @Nullable PlaceHealth known = latest.get(place.name());
        return known != null && clock.instant().isBefore(known.at().plus(interval)) ? known : null;
    }

    private PlaceHealth asked(Place place, Instant now) {
        byte[] message = ("health " + place.name() + " " + now).getBytes(StandardCharsets.UTF_8);
        long began = System.nanoTime();
        SigningOutcome outcome = place.token().signMessage(key, scheme, message);
        Duration latency = Duration.ofNanos(System.nanoTime() - began);
        return switch (outcome) {
            case Signed signed ->
                verifies(message, signed.signature())
                        ? new PlaceHealth(place.name(), true, latency, now, "signs")
                        : new PlaceHealth(place.name(), false, latency, now, "signs with another key than " + key);
            case Refused refused ->
                new PlaceHealth(place.name(), false, latency, now, refused.reason() + ": " + refused.detail());
            case TokenDown down ->
                new PlaceHealth(place.name(), false, latency, now, down.reason() + ": " + down.detail());
        };
    }

    private boolean verifies(byte[] message, Bytes signature) {
        try {
            Signature verifier = Signature.getInstance(scheme.jcaName());
            verifier.initVerify(publicKey);
            verifier.update(message);
            return verifier.verify(signature.toArray());
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
