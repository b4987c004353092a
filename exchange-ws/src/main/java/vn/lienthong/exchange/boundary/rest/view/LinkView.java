package vn.lienthong.exchange.boundary.rest.view;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.lienthong.exchange.domain.agency.OrganId;
import vn.lienthong.exchange.domain.delivery.DispatchLink;
import vn.lienthong.exchange.domain.dispatch.DispatchId;

/** That one message recalls, updates or replaces another one. */
@Schema(name = "DispatchLink", description = "A recall, update or replacement of one recipient's copy")
public record LinkView(
        @Schema(required = true, description = "1 thu hồi, 2 cập nhật, 3 thay thế", minimum = "1", maximum = "3")
        int businessType,

        @Schema(required = true, format = "uuid", description = "The message that does it")
        String change,

        @Schema(required = true) String changeDocumentId,

        @Schema(required = true, format = "uuid", description = "The document to which it is done")
        String target,

        @Schema(required = true) String targetDocumentId,

        @Schema(required = true, description = "The recipient whose copy it is about")
        String recipient) {

    /** The links of one message that are about one recipient's copy. */
    public static List<LinkView> about(List<DispatchLink> links, DispatchId dispatch, OrganId recipient) {
        return links.stream()
                .filter(link -> link.party().equals(recipient))
                .filter(link -> link.change().equals(dispatch) || link.target().equals(dispatch))
                .map(LinkView::of)
                .toList();
    }

    public static LinkView of(DispatchLink link) {
        return new LinkView(
                link.type().code(),
                link.change().toString(),
                link.changeDocument().value(),
                link.target().toString(),
                link.targetDocument().value(),
                link.party().value());
    }
}
