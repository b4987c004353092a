package vn.lienthong.exchange.boundary.rest.dispatches;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.lienthong.exchange.domain.delivery.StatusEntry;

/** The business statuses of a document. */
@Schema(name = "StatusHistory", description = "Oldest first")
record StatusHistoryView(@Schema(required = true) List<Status> items) {

    /** One status as it was reported. */
    @Schema(name = "Status")
    record Status(
            @Schema(
                    required = true,
                    enumeration = {"01", "02", "03", "04", "05", "06", "13", "15", "16"},
                    description = "01 đã đến, 02 từ chối tiếp nhận, 03 đã tiếp nhận, 04 phân công xử lý, "
                            + "05 đang xử lý, 06 hoàn thành, 13 lấy lại, 15 đồng ý, 16 từ chối")
            String code,

            @Schema(required = true, description = "The recipient whose copy it speaks of")
            String recipient,

            @Schema(required = true, description = "Who reported it")
            String reporter,

            @Schema(required = true) String description,

            @Schema(required = true, description = "When the reporter says it happened")
            Instant at,

            @Schema(required = true, description = "When this server took it")
            Instant recordedAt,

            @Schema(required = true, description = "It came out of order: what held before it still held after it")
            boolean late) {}

    static StatusHistoryView of(List<StatusEntry> entries) {
        return new StatusHistoryView(entries.stream()
                .map(entry -> new Status(
                        entry.status().code(),
                        entry.party().value(),
                        entry.reporter().value(),
                        entry.description(),
                        entry.at(),
                        entry.recordedAt(),
                        entry.late()))
                .toList());
    }
}
