package vn.lienthong.exchange.boundary.rest.agencies;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.domain.agency.Agency;
import vn.lienthong.exchange.domain.agency.AgencyRecord;
import vn.lienthong.exchange.domain.agency.OrganId;

/** An agency of the directory. */
@Schema(name = "Agency")
record AgencyView(
        @Schema(required = true, examples = "000.00.00.H03") String id,

        @Schema(required = true, examples = "Ủy ban nhân dân tỉnh Bắc Kạn")
        String name,

        @Schema(nullable = true) @Nullable String mail,

        @Schema(description = "The agency above it", nullable = true) @Nullable String parent,

        @Schema(description = "Its code by QCVN 102:2016", nullable = true) @Nullable String code102,

        @Schema(description = "Its code by Decision 20/2020", nullable = true, examples = "H03") @Nullable String code20,

        @Schema(required = true, description = "Older and other codes that reach it")
        List<String> aliases,

        @Schema(required = true, description = "Whether a system acts for it, so that it can receive")
        boolean connected,

        @Schema(required = true, description = "Counts its changes, from 1")
        int version,

        @Schema(required = true, description = "When it was changed last")
        Instant modifiedAt,

        @Schema(description = "Since when it is no more; nothing new is sent to it then", nullable = true) @Nullable Instant closedAt,

        @Schema(description = "Into which agency it was merged", nullable = true) @Nullable String successor) {

    static AgencyView of(AgencyRecord row) {
        Agency agency = row.agency();
        return new AgencyView(
                agency.id().value(),
                agency.name(),
                agency.mail(),
                text(agency.parent()),
                agency.code102(),
                text(row.code20()),
                texts(agency.aliases()),
                agency.system() != null,
                row.version(),
                row.modifiedAt(),
                row.closedAt(),
                text(row.successor()));
    }

    static @Nullable String text(@Nullable OrganId id) {
        return id == null ? null : id.value();
    }

    static List<String> texts(List<OrganId> ids) {
        return ids.stream().map(OrganId::value).toList();
    }
}
