package vn.lienthong.exchange.boundary.rest.metrics;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.lienthong.exchange.application.readiness.SignerMetrics;
import vn.lienthong.exchange.boundary.rest.access.RolesNeeded;
import vn.lienthong.exchange.domain.account.Role;

/** Figures of this node's signer. Not public: they tell how busy an agency is, and when its devices fail. */
@Path("metrics")
@Dependent
@Tag(name = "operation")
@SecurityRequirement(name = "bearer")
public class MetricsResource {
    private final SignerMetrics metrics;

    /** RESTEasy looks for a constructor without parameters, and then has CDI call the other one. */
    public MetricsResource() {
        throw new UnsupportedOperationException("made by CDI alone");
    }

    @Inject
    public MetricsResource(SignerMetrics metrics) {
        this.metrics = metrics;
    }

    @GET
    @Produces(PrometheusText.TYPE)
    @RolesNeeded(Role.OPERATE)
    @Operation(
            operationId = "getMetrics",
            summary = "Số liệu của bộ ký: this node's figures, in Prometheus text format")
    @APIResponse(responseCode = "200", description = "As they are now")
    public String all() {
        return PrometheusText.of(metrics.all());
    }
}
