package vn.lienthong.exchange.boundary.rest.http;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.domain.delivery.Page;

/** Where a list goes on: opaque to clients, so that what is behind it may change. */
public final class Cursor {
    private static final Pattern FORM = Pattern.compile("page:(\\d{1,8}):(\\d{1,4})");

    private Cursor() {}

    /**
     * The page that the cursor names, or the first one of this size.
     *
     * @throws vn.lienthong.exchange.domain.failure.FailureException {@code parameter-invalid} if it is none of ours
     */
    public static Page page(@Nullable String cursor, @Nullable Integer limit) {
        if (cursor == null) {
            return new Page(0, Parameters.between("limit", limit, Page.FIRST.size(), 1, Page.MOST));
        }
        Matcher parts = FORM.matcher(decoded(cursor));
        if (!parts.matches()) {
            throw Parameters.invalid("cursor");
        }
        int index = Integer.parseInt(parts.group(1));
        int size = Integer.parseInt(parts.group(2));
        if (!Page.isWellFormed(index, size)) {
            throw Parameters.invalid("cursor");
        }
        return new Page(index, size);
    }

    /** The cursor of the page behind this one, or null if this one was not full and so is the last. */
    public static @Nullable String next(Page page, List<?> rows) {
        if (rows.size() < page.size() || !Page.isWellFormed(page.index() + 1, page.size())) {
            return null;
        }
        String text = "page:" + (page.index() + 1) + ":" + page.size();
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
