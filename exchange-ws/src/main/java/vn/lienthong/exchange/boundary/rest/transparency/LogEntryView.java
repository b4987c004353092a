package vn.lienthong.exchange.boundary.rest.transparency;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.lienthong.exchange.application.receipt.PublicLog.ShownEntry;

/** An entry's place: its salted hash, and the way to the root that the head of its batch names. */
@Schema(name = "LogEntryProof")
record LogEntryView(
        @Schema(required = true) long sequence,

        @Schema(required = true, description = "The entry's salted hash in hexadecimal")
        String leaf,

        @Schema(required = true) long batch,

        @Schema(required = true) LogProofView proof) {

    static LogEntryView of(ShownEntry entry) {
        return new LogEntryView(entry.sequence(), entry.leaf().hex(), entry.batch(), LogProofView.of(entry.inBatch()));
    }
}
