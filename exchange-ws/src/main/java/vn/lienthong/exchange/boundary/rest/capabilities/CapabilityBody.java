package vn.lienthong.exchange.boundary.rest.capabilities;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.boundary.rest.http.Parameters;
import vn.lienthong.exchange.domain.dispatch.BusinessType;

/** What an agency's system says that it can take. */
@Schema(name = "CapabilitiesRequest")
record CapabilityBody(
        @Schema(required = true, description = "Of one message as it is sent, in octets; at least 65536") @Nullable Long maxBytes,

        @Schema(description = "Media types of attachments; all where it is missing or empty", nullable = true) @Nullable List<String> contentTypes,

        @Schema(description = "Of 0, 2 and 3; all of them where it is missing", nullable = true) @Nullable List<Integer> businessTypes) {

    /** Below it not even a letter with its header fits. */
    private static final long LEAST = 1 << 16;

    private static final int MOST_TYPES = 100;
    private static final Pattern TYPE =
            Pattern.compile("[a-z0-9][a-z0-9!#$&^_.+-]{0,126}/[a-z0-9][a-z0-9!#$&^_.+-]{0,126}");

    long octets() {
        long octets = Parameters.required("maxBytes", maxBytes);
        if (octets < LEAST) {
            throw Parameters.invalid("maxBytes");
        }
        return octets;
    }

    Set<String> types() {
        if (contentTypes == null) {
            return Set.of();
        }
        Set<String> types = contentTypes.stream()
                .map(type -> type.toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
        if (types.size() > MOST_TYPES
                || !types.stream().allMatch(type -> TYPE.matcher(type).matches())) {
            throw Parameters.invalid("contentTypes");
        }
        return types;
    }

    Set<BusinessType> business() {
        if (businessTypes == null) {
            return Set.of(BusinessType.NEW, BusinessType.UPDATE, BusinessType.REPLACE);
        }
        return businessTypes.stream()
                .map(code -> BusinessType.ofCode(code)
                        .filter(type -> type != BusinessType.RECALL)
                        .orElseThrow(() -> Parameters.invalid("businessTypes")))
                .collect(Collectors.toUnmodifiableSet());
    }
}
