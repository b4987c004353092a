package vn.lienthong.exchange.boundary.web;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Locale;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import vn.lienthong.exchange.application.readiness.Readiness;
import vn.lienthong.signer.token.failover.PlaceHealth;

/** Readiness for load balancers and operators, at {@code /health/ready} of the management port. */
@org.eclipse.microprofile.health.Readiness
@Dependent
public class ReadyCheck implements HealthCheck {
    private final Readiness readiness;

    @Inject
    public ReadyCheck(Readiness readiness) {
        this.readiness = readiness;
    }

    @Override
    public HealthCheckResponse call() {
        var conditions = readiness.conditions();
        HealthCheckResponseBuilder response = HealthCheckResponse.named("lienthong");
        conditions.forEach(
                (condition, holds) -> response.withData(condition.name().toLowerCase(Locale.ROOT), holds));
        readiness.places().forEach(place -> response.withData("hsm_place_" + place.place(), text(place)));
        // A concern is told and leaves the server ready.
        readiness.concerns().forEach(concern -> response.withData(concern.name().toLowerCase(Locale.ROOT), "warning"));
        return response.status(!conditions.containsValue(false)).build();
    }

    private static String text(PlaceHealth place) {
        return place.signs() ? "signs within " + place.latency().toMillis() + " ms" : place.detail();
    }
}
