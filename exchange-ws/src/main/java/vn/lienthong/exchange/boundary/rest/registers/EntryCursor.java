package vn.lienthong.exchange.boundary.rest.registers;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.boundary.rest.http.Parameters;
import vn.lienthong.exchange.domain.delivery.Page;
import vn.lienthong.exchange.domain.register.Place;
import vn.lienthong.exchange.domain.register.RegisterEntry;

/** Where a register goes on: behind an entry, so that the last page costs what the first one does. Opaque to clients. */
record EntryCursor(Place after, int limit) {
    private static final Pattern FORM = Pattern.compile("entry:(\\p{L}{0,10}):(\\d{1,9}):(\\d{1,4})");

    /** @throws vn.lienthong.exchange.domain.failure.FailureException {@code parameter-invalid} if it is none of ours */
    static EntryCursor of(@Nullable String cursor, @Nullable Integer limit) {
        if (cursor == null) {
            return new EntryCursor(Place.START, Parameters.between("limit", limit, Page.FIRST.size(), 1, Page.MOST));
        }
        Matcher parts = FORM.matcher(decoded(cursor));
        if (!parts.matches()) {
            throw Parameters.invalid("cursor");
        }
        int size = Integer.parseInt(parts.group(3));
        if (size < 1 || size > Page.MOST) {
            throw Parameters.invalid("cursor");
        }
        return new EntryCursor(new Place(parts.group(1), Integer.parseInt(parts.group(2))), size);
    }

    /** The cursor of what is behind these rows, or null if they are fewer than were asked for and so the last. */
    @Nullable String next(List<RegisterEntry> rows) {
        if (rows.size() < limit) {
            return null;
        }
        Place last = rows.getLast().place();
        String text = "entry:" + last.series() + ":" + last.number() + ":" + limit;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String decoded(String cursor) {
        try {
            return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notBase64) {
            throw Parameters.invalid("cursor");
        }
    }
}
