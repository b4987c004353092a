package vn.lienthong.exchange.boundary.text;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.lienthong.signer.text.Language;

/** The Accept-Language field. Vietnamese is the default: it is the language of the agencies. */
public final class AcceptLanguage {
    private static final List<String> TAGS = List.of("vi", "en");
    /** Longer headers are no honest list of languages. */
    private static final int LONGEST_HEADER = 500;

    private AcceptLanguage() {}

    /**
     * The language that the header prefers among ours, Vietnamese if it names neither or cannot be read.
     *
     * <p>Source: RFC 9110 §12.5.4, RFC 4647 §3.4.
     */
    public static Language preferred(@Nullable String header) {
        if (header == null || header.isBlank() || header.length() > LONGEST_HEADER) {
            return Language.VI;
        }
        try {
            String tag = Locale.lookupTag(Locale.LanguageRange.parse(header), TAGS);
            return "en".equals(tag) ? Language.EN : Language.VI;
        } catch (IllegalArgumentException unreadable) {
            return Language.VI;
        }
    }

    /** As in Content-Language. */
    public static String tag(Language language) {
        return switch (language) {
            case VI -> "vi";
            case EN -> "en";
        };
    }
}
