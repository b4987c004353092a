package vn.lienthong.signer.token.failover;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.lienthong.signer.algorithm.Digest;
import vn.lienthong.signer.algorithm.SignatureScheme;
import vn.lienthong.signer.token.KeyAlias;
import vn.lienthong.signer.token.SigningOutcome;
import vn.lienthong.signer.token.SigningToken;
import vn.lienthong.signer.token.TokenHealth;

/**
 * Places that hold the same keys, as one token: each request goes to one place by the weights, and to the next one wherever a
 * place has no signature to give. A place is asked again as soon as its own breaker lets requests in.
 *
 * <p>Thread-safe. A place that is down answers at once; one that begins to hang answers at its deadline, and the next one has
 * a deadline of its own then.
 */
public final class FailoverToken implements SigningToken {
    /** A key that was made or copied meanwhile is found after this at the latest; asking in vain this often costs nothing. */
    private static final Duration FORGETS_AFTER = Duration.ofSeconds(5);

    private record Use(Place place, KeyAlias key, SignatureScheme scheme) {}

    private final List<Place> places;
    private final PlaceOrder order;
    /** Uses that a place does not serve, and until when that is believed, on the scale of {@link System#nanoTime()}. */
    private final Map<Use, Long> unserved = new ConcurrentHashMap<>();

    /** @param places at least one, each with a name of its own; they are this token's from now on */
    public FailoverToken(List<Place> places) {
        this.places = List.copyOf(places);
        this.order = new PlaceOrder(places);
        if (places.isEmpty() || places.stream().map(Place::name).distinct().count() < places.size()) {
            throw new IllegalArgumentException("there is at least one place, and each has a name of its own");
        }
    }

    @Override
    public SigningOutcome sign(KeyAlias key, SignatureScheme scheme, Digest digest) {
        return sign(key, scheme, token -> token.sign(key, scheme, digest));
    }

    @Override
    public SigningOutcome signMessage(KeyAlias key, SignatureScheme scheme, byte[] message) {
        return sign(key, scheme, token -> token.signMessage(key, scheme, message));
    }

    private SigningOutcome sign(KeyAlias key, SignatureScheme scheme, Function<SigningToken, SigningOutcome> asking) {
        @Nullable SigningOutcome excuse = null;
        for (Place place : ordered(key, scheme)) {
            SigningOutcome outcome = asking.apply(place.token());
            remember(place, key, scheme, outcome);
            if (!Excuses.letsOthersTry(outcome)) {
                return outcome;
            }
            excuse = excuse == null ? outcome : Excuses.graver(excuse, outcome);
        }
        return Objects.requireNonNull(excuse);
    }

    /** The whole batch goes to one place; what that place has no signature for goes to the next, and only that. */
    @Override
    public List<SigningOutcome> signAll(KeyAlias key, SignatureScheme scheme, List<Digest> digests) {
        @Nullable SigningOutcome[] outcomes = new SigningOutcome[digests.size()];
        List<Integer> open = new ArrayList<>();
        for (int i = 0; i < digests.size(); i++) {
            open.add(i);
        }
        for (Place place : ordered(key, scheme)) {
            if (open.isEmpty()) {
                break;
            }
            List<SigningOutcome> made = place.token()
                    .signAll(key, scheme, open.stream().map(digests::get).toList());
            List<Integer> left = new ArrayList<>();
            for (int i = 0; i < made.size(); i++) {
                int index = open.get(i);
                @Nullable SigningOutcome before = outcomes[index];
                SigningOutcome outcome = made.get(i);
                remember(place, key, scheme, outcome);
                boolean goesOn = Excuses.letsOthersTry(outcome);
                outcomes[index] = goesOn && before != null ? Excuses.graver(before, outcome) : outcome;
                if (goesOn) {
                    left.add(index);
                }
            }
            open = left;
        }
        List<SigningOutcome> all = new ArrayList<>();
        for (@Nullable SigningOutcome outcome : outcomes) {
            all.add(Objects.requireNonNull(outcome));
        }
        return List.copyOf(all);
    }

    /** The order of the weights, with those last that lately did not serve this use. */
    private List<Place> ordered(KeyAlias key, SignatureScheme scheme) {
        List<Place> byWeight = order.next();
        if (unserved.isEmpty()) {
            return byWeight;
        }
        Set<Place> last = new HashSet<>();
        for (Place place : byWeight) {
            Use use = new Use(place, key, scheme);
            @Nullable Long until = unserved.get(use);
            if (until != null && System.nanoTime() - until < 0) {
                last.add(place);
            } else if (until != null) {
                unserved.remove(use, until);
            }
        }
        return byWeight.stream().sorted(Comparator.comparing(last::contains)).toList();
    }

    private void remember(Place place, KeyAlias key, SignatureScheme scheme, SigningOutcome outcome) {
        if (Excuses.lasts(outcome) && places.size() > 1) {
            unserved.put(new Use(place, key, scheme), System.nanoTime() + FORGETS_AFTER.toNanos());
        }
    }

    /** What is known of each place, by its name, in the order of the configuration. */
    public Map<String, TokenHealth> healthOfPlaces() {
        Map<String, TokenHealth> all = new LinkedHashMap<>();
        places.forEach(place -> all.put(place.name(), place.token().health()));
        return all;
    }

    /** Usable as long as one place is. */
    @Override
    public TokenHealth health() {
        Map<String, TokenHealth> all = healthOfPlaces();
        return new TokenHealth(
                String.join("+", all.keySet()),
                all.values().stream().anyMatch(TokenHealth::usable),
                all.values().stream().mapToInt(TokenHealth::openSessions).sum(),
                all.values().stream().mapToInt(TokenHealth::busySessions).sum(),
                all.values().stream().mapToInt(TokenHealth::hungCalls).sum(),
                all.entrySet().stream()
                        .map(place -> place.getKey() + ": " + place.getValue().detail())
                        .collect(Collectors.joining("; ")));
    }

    @Override
    public void close() {
        places.forEach(place -> place.token().close());
    }
}
