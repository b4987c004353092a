package vn.lienthong.exchange.boundary.rest.transparency;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A run of hashes. */
@Schema(name = "LogHashes")
record LogHashesView(
        @Schema(required = true, description = "Number of the first, as it was asked for")
        long first,

        @Schema(
                required = true,
                description = "In hexadecimal, one number after the other; fewer than asked for at the end")
        List<String> hashes) {}
