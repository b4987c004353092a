package vn.lienthong.exchange.boundary.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.domain.failure.Failure;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.signer.text.Language;

/** What a failure is called and what it says, in each language. Immutable and thread-safe. */
public final class FailureTexts {
    private static final int LONGEST_ARGUMENT = 300;
    /** Control characters, and those that turn the direction of a text round. */
    private static final Pattern NOT_SHOWN = Pattern.compile("[\\p{Cc}\\p{Cf}]");

    private final Map<Language, Properties> bundles = new EnumMap<>(Language.class);

    /** Both bundles of the class path are loaded. */
    public FailureTexts() {
        for (Language language : Language.values()) {
            bundles.put(
                    language, load("/vn/lienthong/exchange/messages_" + AcceptLanguage.tag(language) + ".properties"));
        }
    }

    /** The name of the code: the same at each occurrence. */
    public String title(FailureCode code, Language language) {
        String title = text(code.code(), language);
        return title == null ? code.code() : title;
    }

    /** What happened this time. Names the failure's arguments where there are any. */
    public String detail(Failure failure, Language language) {
        String title = title(failure.code(), language);
        String pattern = text(failure.code().code() + ".detail", language);
        Object[] arguments = failure.arguments().stream()
                .map(argument -> reason(argument, language))
                .toArray();
        if (arguments.length == 0) {
            return title + ".";
        }
        if (pattern == null || argumentCount(pattern) > arguments.length) {
            return title + " (" + Arrays.stream(arguments).map(Object::toString).collect(Collectors.joining(", "))
                    + ").";
        }
        return format(pattern).format(arguments);
    }

    /** An argument that is the name of a known reason is said in the language; any other stands for itself. */
    private String reason(String argument, Language language) {
        String reason = text("reason." + argument, language);
        return reason == null ? shown(argument) : reason;
    }

    /** What may be a caller's own words: in one line, and no longer than a sentence can hold. */
    private static String shown(String argument) {
        String line = NOT_SHOWN.matcher(argument).replaceAll("?");
        return line.length() <= LONGEST_ARGUMENT ? line : line.substring(0, LONGEST_ARGUMENT) + "…";
    }

    Set<String> keys(Language language) {
        Properties bundle = bundles.get(language);
        return bundle == null ? Set.of() : bundle.stringPropertyNames();
    }

    @Nullable String text(String key, Language language) {
        Properties bundle = bundles.get(language);
        return bundle == null ? null : bundle.getProperty(key);
    }

    static int argumentCount(String pattern) {
        return format(pattern).getFormatsByArgumentIndex().length;
    }

    private static MessageFormat format(String pattern) {
        return new MessageFormat(pattern, Locale.ROOT);
    }

    private static Properties load(String resource) {
        Properties bundle = new Properties();
        try (InputStream octets = FailureTexts.class.getResourceAsStream(resource)) {
            if (octets == null) {
                throw new IllegalStateException(resource + " is not on the class path");
            }
            bundle.load(new InputStreamReader(octets, StandardCharsets.UTF_8));
            return bundle;
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + resource, e);
        }
    }
}
