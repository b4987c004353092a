package vn.lienthong.exchange.boundary.rest.capabilities;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.application.capability.ReceiverCapabilities.Taken;
import vn.lienthong.exchange.domain.dispatch.BusinessType;

/** What can be sent to an agency. */
@Schema(
        name = "Capabilities",
        description = "What is refused by these is refused before it is stored: receiver-cannot-take")
record CapabilityView(
        @Schema(required = true, description = "By its present identifier")
        String agency,

        @Schema(required = true, description = "Of one message as it is sent, in octets")
        long maxBytes,

        @Schema(required = true, description = "Media types of attachments; all where it is empty")
        List<String> contentTypes,

        @Schema(required = true, description = "0 new, 2 update, 3 replacement; a recall, 1, reaches everybody")
        List<Integer> businessTypes,

        @Schema(description = "When its system said so; missing where it says nothing", nullable = true) @Nullable Instant changedAt) {

    static CapabilityView of(Taken taken) {
        return new CapabilityView(
                taken.capability().agency().value(),
                taken.maxOctets(),
                taken.capability().contentTypes().stream().sorted().toList(),
                taken.capability().businessTypes().stream()
                        .map(BusinessType::code)
                        .sorted()
                        .toList(),
                taken.said() ? taken.capability().changedAt() : null);
    }
}
