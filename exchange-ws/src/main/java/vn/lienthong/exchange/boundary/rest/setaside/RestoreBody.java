package vn.lienthong.exchange.boundary.rest.setaside;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.boundary.rest.http.Parameters;
import vn.lienthong.exchange.domain.agency.OrganId;

/** Which deliveries are restored. */
@Schema(name = "RestoreRequest")
record RestoreBody(
        @Schema(description = "Only what is for these agencies; for whomever where it is missing", nullable = true)
        @Nullable List<String> recipients,

        @Schema(description = "Set aside from then on; ever where it is missing", format = "date-time", nullable = true)
        @Nullable String from,

        @Schema(description = "and before then; until now where it is missing", format = "date-time", nullable = true)
        @Nullable String to) {

    Set<OrganId> agencies() {
        return recipients == null ? Set.of() : Parameters.agencies("recipients", recipients);
    }

    Instant begin() {
        return from == null ? Instant.EPOCH : time("from", from);
    }

    Instant end() {
        return to == null ? Instant.MAX : time("to", to);
    }

    private static Instant time(String name, String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw Parameters.invalid(name);
        }
    }
}
