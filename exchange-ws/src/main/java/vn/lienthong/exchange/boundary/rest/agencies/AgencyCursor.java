package vn.lienthong.exchange.boundary.rest.agencies;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.boundary.rest.http.Parameters;
import vn.lienthong.exchange.domain.agency.AgencyRecord;
import vn.lienthong.exchange.domain.agency.OrganId;
import vn.lienthong.exchange.domain.delivery.Page;

/**
 * Where the directory goes on: behind an agency, so that the last page costs what the first one does, and changes in
 * between move no row from one page to another. Opaque to clients.
 */
record AgencyCursor(@Nullable OrganId after, int limit) {
    private static final Pattern FORM = Pattern.compile("agency:([A-Za-z0-9.]{1,35}):(\\d{1,4})");

    /** @throws vn.lienthong.exchange.domain.failure.FailureException {@code parameter-invalid} if it is none of ours */
    static AgencyCursor of(@Nullable String cursor, @Nullable Integer limit) {
        if (cursor == null) {
            return new AgencyCursor(null, Parameters.between("limit", limit, Page.FIRST.size(), 1, Page.MOST));
        }
        Matcher parts = FORM.matcher(decoded(cursor));
        if (!parts.matches()) {
            throw Parameters.invalid("cursor");
        }
        int size = Integer.parseInt(parts.group(2));
        if (size < 1 || size > Page.MOST) {
            throw Parameters.invalid("cursor");
        }
        return new AgencyCursor(new OrganId(parts.group(1)), size);
    }

    /** The cursor of what is behind these rows, or null if they are fewer than were asked for and so the last. */
    @Nullable String next(List<AgencyRecord> rows) {
        if (rows.size() < limit) {
            return null;
        }
        String text = "agency:" + rows.getLast().agency().id() + ":" + limit;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static String decoded(String cursor) {
        try {
            return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.ISO_8859_1);
        } catch (IllegalArgumentException notBase64) {
            throw Parameters.invalid("cursor");
        }
    }
}
