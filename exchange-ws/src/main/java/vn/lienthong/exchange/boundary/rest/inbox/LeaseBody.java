package vn.lienthong.exchange.boundary.rest.inbox;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.application.delivery.Transport;
import vn.lienthong.exchange.boundary.rest.http.Parameters;
import vn.lienthong.exchange.domain.agency.OrganId;
import vn.lienthong.exchange.domain.delivery.Page;

/** What to lease. */
@Schema(name = "LeaseRequest")
record LeaseBody(
        @Schema(description = "Only for this agency of the caller's; all of them where it is missing", nullable = true)
        @Nullable String agency,

        @Schema(description = "`edoc` (default) or `status`", nullable = true) @Nullable String type,

        @Schema(description = "1 to 1000; 10 by default", nullable = true) @Nullable Integer max,

        @Schema(description = "How long nobody else gets them, 1 to 3600; 300 by default", nullable = true) @Nullable Integer visibilitySeconds) {

    /** Small enough that one consumer finishes them within the default visibility. */
    private static final int FEW = 10;

    static final Duration VISIBILITY = Duration.ofMinutes(5);

    Set<OrganId> recipients() {
        return agency == null ? Set.of() : Parameters.agencies("agency", List.of(agency));
    }

    int most() {
        return Parameters.between("max", max, FEW, 1, Page.MOST);
    }

    Duration visibility() {
        return visibility(visibilitySeconds);
    }

    static Duration visibility(@Nullable Integer seconds) {
        int most = Math.toIntExact(Transport.LONGEST_LEASE.toSeconds());
        return Duration.ofSeconds(
                Parameters.between("visibilitySeconds", seconds, Math.toIntExact(VISIBILITY.toSeconds()), 1, most));
    }
}
