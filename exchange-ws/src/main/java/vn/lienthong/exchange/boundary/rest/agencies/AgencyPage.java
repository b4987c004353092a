package vn.lienthong.exchange.boundary.rest.agencies;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A slice of the directory. */
@Schema(name = "AgencyPage", description = "By identifier")
record AgencyPage(
        @Schema(required = true) List<AgencyView> items,

        @Schema(description = "Give it as `cursor` to go on; missing on the last page", nullable = true) @Nullable String nextCursor) {}
