package vn.lienthong.exchange.boundary.rest.agencies;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.domain.agency.Agency;
import vn.lienthong.exchange.domain.agency.OrganId;

/** A slice of the directory. */
@Schema(name = "AgencyPage", description = "By identifier")
record AgencyPage(
        @Schema(required = true) List<AgencyView> items,

        @Schema(description = "Give it as `cursor` to go on; missing on the last page", nullable = true) @Nullable String nextCursor) {

    /** An agency that can be written to. */
    @Schema(name = "Agency")
    record AgencyView(
            @Schema(required = true, examples = "000.00.00.H03")
            String id,

            @Schema(required = true, examples = "Ủy ban nhân dân tỉnh Bắc Kạn")
            String name,

            @Schema(nullable = true) @Nullable String mail,

            @Schema(description = "The agency above it", nullable = true) @Nullable String parent,

            @Schema(description = "Its code by QCVN 102:2016", nullable = true) @Nullable String code102,

            @Schema(required = true, description = "Older and other codes that reach it")
            List<String> aliases,

            @Schema(required = true, description = "Whether a system acts for it, so that it can receive")
            boolean connected) {

        static AgencyView of(Agency agency) {
            OrganId parent = agency.parent();
            return new AgencyView(
                    agency.id().value(),
                    agency.name(),
                    agency.mail(),
                    parent == null ? null : parent.value(),
                    agency.code102(),
                    agency.aliases().stream().map(OrganId::value).toList(),
                    agency.system() != null);
        }
    }
}
