package vn.lienthong.exchange.boundary.rest.deadlines;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.boundary.rest.http.Parameters;
import vn.lienthong.exchange.domain.deadline.Deadline;
import vn.lienthong.exchange.domain.deadline.Deadlines.After;
import vn.lienthong.exchange.domain.delivery.Page;

/** Where a list of deadlines goes on: behind one. Opaque to clients. */
record DeadlineCursor(@Nullable After after, int limit) {
    private static final Pattern FORM = Pattern.compile("due:([0-9T:.Z-]{20,30}):([0-9a-f-]{36}):(\\d{1,4})");

    /** @throws vn.lienthong.exchange.domain.failure.FailureException {@code parameter-invalid} if it is none of ours */
    static DeadlineCursor of(@Nullable String cursor, @Nullable Integer limit) {
        if (cursor == null) {
            return new DeadlineCursor(null, Parameters.between("limit", limit, Page.FIRST.size(), 1, Page.MOST));
        }
        try {
            Matcher parts =
                    FORM.matcher(new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.ISO_8859_1));
            if (parts.matches()) {
                After after = new After(Instant.parse(parts.group(1)), Parameters.deliveryId(parts.group(2)));
                return new DeadlineCursor(
                        after, Parameters.between("cursor", Integer.valueOf(parts.group(3)), 1, 1, Page.MOST));
            }
        } catch (IllegalArgumentException | DateTimeException notOurs) {
            throw Parameters.invalid("cursor");
        }
        throw Parameters.invalid("cursor");
    }

    /** The cursor of what is behind these rows, or null if they are fewer than were asked for and so the last. */
    @Nullable String next(List<Deadline> rows) {
        if (rows.size() < limit) {
            return null;
        }
        Deadline last = rows.getLast();
        String text = "due:" + last.dueAt() + ":" + last.delivery() + ":" + limit;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
    }
}
