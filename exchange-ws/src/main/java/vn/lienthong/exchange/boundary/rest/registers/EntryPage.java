package vn.lienthong.exchange.boundary.rest.registers;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A slice of a register. */
@Schema(name = "RegisterEntryPage", description = "In the order of the numbers, the common series first")
record EntryPage(
        @Schema(required = true) List<EntryView> items,

        @Schema(description = "Give it as `cursor` to go on; missing on the last page", nullable = true) @Nullable String nextCursor) {}
