package vn.lienthong.exchange.application.readiness;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import vn.lienthong.exchange.application.capacity.Gate;
import vn.lienthong.exchange.application.capacity.Gates;
import vn.lienthong.exchange.domain.failure.FailureException;
import vn.lienthong.exchange.domain.keeping.KeptState;
import vn.lienthong.exchange.domain.ledger.UnitOfWork;
import vn.lienthong.signer.timestamp.TrustedTime;
import vn.lienthong.signer.token.TokenHealth;
import vn.lienthong.signer.token.failover.Place;
import vn.lienthong.signer.token.failover.PlaceHealth;
import vn.lienthong.signer.token.failover.SigningHealth;

/** What an operator's monitoring wants to know of this node's signer. Thread-safe; says nothing of documents, keys or people. */
public final class SignerMetrics {
    private static final double NANOS = 1e9;

    private final List<Place> places;
    private final SigningHealth health;
    private final Gates gates;
    private final TrustedTime time;
    private final Supplier<Optional<Duration>> drift;
    private final UnitOfWork unitOfWork;

    /** @param drift how far the clock was off when it was last compared */
    public SignerMetrics(
            List<Place> places,
            SigningHealth health,
            Gates gates,
            TrustedTime time,
            Supplier<Optional<Duration>> drift,
            UnitOfWork unitOfWork) {
        this.places = List.copyOf(places);
        this.health = health;
        this.gates = gates;
        this.time = time;
        this.drift = drift;
        this.unitOfWork = unitOfWork;
    }

    /** As they are now; what cannot be known now is left out. */
    public List<Metric> all() {
        List<Metric> all = new ArrayList<>();
        addPlaces(all);
        addClock(all);
        addGates(all);
        addKept(all);
        return all;
    }

    private void addPlaces(List<Metric> all) {
        all.add(ofPlaces(
                "usable",
                "Whether requests are sent to this place of keys: its breaker is closed",
                h -> h.usable() ? 1 : 0));
        all.add(ofPlaces("sessions_open", "Sessions that are open in the device", TokenHealth::openSessions));
        all.add(ofPlaces("calls_running", "Calls that lanes have in the device now", TokenHealth::busySessions));
        all.add(ofPlaces(
                "calls_hung", "Calls that passed their deadline and are in the device still", TokenHealth::hungCalls));
        List<PlaceHealth> checked = health.check();
        all.add(new Metric(
                "lienthong_hsm_signs",
                "Whether the place made a signature that the key's certificate verifies",
                checked.stream()
                        .map(place -> Metric.sample("place", place.place(), place.signs() ? 1 : 0))
                        .toList()));
        all.add(new Metric(
                "lienthong_hsm_signature_seconds",
                "How long that signature took",
                checked.stream()
                        .map(place -> Metric.sample("place", place.place(), seconds(place.latency())))
                        .toList()));
    }

    private Metric ofPlaces(String name, String help, ToDoubleFunction<TokenHealth> value) {
        return new Metric(
                "lienthong_hsm_" + name,
                help,
                places.stream()
                        .map(place -> Metric.sample(
                                "place",
                                place.name(),
                                value.applyAsDouble(place.token().health())))
                        .toList());
    }

    private void addClock(List<Metric> all) {
        boolean known = time.now() instanceof TrustedTime.Reading.Known;
        all.add(Metric.one("lienthong_tsa_clock_right", "Whether timestamps are issued by this clock", known ? 1 : 0));
        drift.get()
                .ifPresent(off -> all.add(Metric.one(
                        "lienthong_tsa_clock_drift_seconds",
                        "How far the clock was ahead of the source that differed most when it was last compared",
                        seconds(off))));
    }

    private void addGates(List<Metric> all) {
        all.add(ofGates("places", "Operations of this kind that may run at once", Gate::places));
        all.add(ofGates("taken", "Operations of this kind that run now", Gate::taken));
        all.add(ofGates("waiting", "Requests that wait for one of these places", Gate::waiting));
    }

    private Metric ofGates(String name, String help, ToDoubleFunction<Gate> value) {
        return new Metric(
                "lienthong_gate_" + name,
                help,
                gates.all().entrySet().stream()
                        .map(gate -> Metric.sample("gate", gate.getKey(), value.applyAsDouble(gate.getValue())))
                        .toList());
    }

    private void addKept(List<Metric> all) {
        try {
            Map<KeptState, Long> counts =
                    unitOfWork.reading(ledger -> ledger.keptSignatures().counts());
            List<Metric.Sample> samples = new ArrayList<>();
            for (KeptState state : KeptState.values()) {
                String name = state.name().toLowerCase(Locale.ROOT).replace('_', '-');
                samples.add(Metric.sample("state", name, counts.getOrDefault(state, 0L)));
            }
            all.add(new Metric("lienthong_kept_signatures", "Signed files in the servers' care", samples));
        } catch (FailureException unavailable) {
            // readiness says it; the other figures are wanted most just then
        }
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / NANOS;
    }
}
