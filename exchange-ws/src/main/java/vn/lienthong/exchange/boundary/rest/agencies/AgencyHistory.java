package vn.lienthong.exchange.boundary.rest.agencies;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.domain.agency.AgencyVersion;

/** What the directory said of an agency, the first first. */
@Schema(name = "AgencyHistory")
record AgencyHistory(@Schema(required = true) List<VersionView> versions) {

    /** What it said from one moment to another. */
    @Schema(name = "AgencyVersion")
    record VersionView(
            @Schema(required = true, description = "From 1, without gaps")
            int version,

            @Schema(
                    required = true,
                    description = "What happened",
                    enumeration = {"registered", "renamed", "changed", "merged", "closed", "reopened"})
            String change,

            @Schema(required = true) Instant validFrom,

            @Schema(description = "Missing for what is so now", nullable = true) @Nullable Instant validUntil,

            @Schema(required = true, examples = "Ủy ban nhân dân tỉnh Bắc Kạn")
            String name,

            @Schema(nullable = true) @Nullable String mail,

            @Schema(nullable = true) @Nullable String parent,

            @Schema(nullable = true) @Nullable String code102,

            @Schema(required = true) List<String> aliases,

            @Schema(description = "Into which agency it was merged", nullable = true) @Nullable String successor) {

        static VersionView of(AgencyVersion version) {
            return new VersionView(
                    version.version(),
                    version.change().name().toLowerCase(Locale.ROOT),
                    version.validFrom(),
                    version.validUntil(),
                    version.agency().name(),
                    version.agency().mail(),
                    AgencyView.text(version.agency().parent()),
                    version.agency().code102(),
                    AgencyView.texts(version.agency().aliases()),
                    AgencyView.text(version.successor()));
        }
    }
}
