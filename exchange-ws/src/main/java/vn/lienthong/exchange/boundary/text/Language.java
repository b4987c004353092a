package vn.lienthong.exchange.boundary.text;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The languages that texts exist in. Vietnamese is the default: it is the language of the agencies. */
public enum Language {
    VI("vi"),
    EN("en");

    private static final List<String> TAGS = List.of("vi", "en");
    /** Longer headers are no honest list of languages. */
    private static final int LONGEST_HEADER = 500;

    private final String tag;

    Language(String tag) {
        this.tag = tag;
    }

    /** As in Content-Language. */
    public String tag() {
        return tag;
    }

    /**
     * The language that the header prefers among ours, Vietnamese if it names neither or cannot be read.
     *
     * <p>Source: RFC 9110 §12.5.4, RFC 4647 §3.4.
     */
    public static Language preferredBy(@Nullable String acceptLanguage) {
        if (acceptLanguage == null || acceptLanguage.isBlank() || acceptLanguage.length() > LONGEST_HEADER) {
            return VI;
        }
        try {
            String tag = Locale.lookupTag(Locale.LanguageRange.parse(acceptLanguage), TAGS);
            return "en".equals(tag) ? EN : VI;
        } catch (IllegalArgumentException unreadable) {
            return VI;
        }
    }
}
