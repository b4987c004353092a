package vn.lienthong.exchange.boundary.rest.registers;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.boundary.rest.http.Parameters;
import vn.lienthong.exchange.domain.register.RegisterSettings;

/** How an agency keeps its registers, both ways. */
@Schema(name = "RegisterSettings", description = "They hold for registers that are opened from then on")
record SettingsBody(
        @Schema(
                required = true,
                description =
                        "Kinds of outgoing documents, each of which has numbers of its own; all others share one series",
                examples = "[\"QĐ\", \"NQ\"]")
        @Nullable List<String> ownSeries,

        @Schema(
                required = true,
                description =
                        "Whether a dispatch gets its số đến when it is confirmed as received; else a clerk registers it")
        @Nullable Boolean arrivalOnConfirmation) {

    RegisterSettings settings() {
        List<String> kinds = Parameters.required("ownSeries", ownSeries);
        if (kinds.size() > RegisterSettings.MOST_SERIES) {
            throw Parameters.invalid("ownSeries");
        }
        Set<String> series = new TreeSet<>();
        for (String kind : kinds) {
            String abbreviation = RegisterParameters.kind("ownSeries", kind);
            if (abbreviation.isEmpty()) {
                throw Parameters.invalid("ownSeries");
            }
            series.add(abbreviation);
        }
        return new RegisterSettings(series, Parameters.required("arrivalOnConfirmation", arrivalOnConfirmation));
    }

    static SettingsBody of(RegisterSettings settings) {
        return new SettingsBody(settings.ownSeries().stream().sorted().toList(), settings.onConfirmation());
    }
}
