package vn.lienthong.exchange.domain.delivery;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * What clients call the id of a message: a sender holds that of its dispatch, a recipient that of its delivery. Both
 * are UUIDs of version 7 and never equal, so an operation accepts either.
 */
public record DocId(UUID value) {
    private static final Pattern FORM =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

    /** The id that the text spells, or empty for any other text. */
    public static Optional<DocId> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new DocId(UUID.fromString(text))) : Optional.empty();
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
