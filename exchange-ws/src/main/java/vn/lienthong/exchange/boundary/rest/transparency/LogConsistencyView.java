package vn.lienthong.exchange.boundary.rest.transparency;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** That one tree of the log grew out of another. */
@Schema(name = "LogConsistency")
record LogConsistencyView(
        @Schema(required = true, description = "Heads in the earlier tree")
        long first,

        @Schema(required = true, description = "Heads in the later tree")
        long second,

        @Schema(required = true, description = "RFC 9162 §2.1.4.1, in hexadecimal")
        List<String> path) {}
