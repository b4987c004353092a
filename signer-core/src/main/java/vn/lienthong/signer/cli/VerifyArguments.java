package vn.lienthong.signer.cli;

import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import vn.lienthong.signer.evidence.LogId;
import vn.lienthong.signer.text.Language;

/**
 * What was asked on the command line.
 *
 * @param trust file or folder of trust anchors
 * @param content for evidence: the document that it is held to be about; for a detached signature: what was signed
 * @param crl folder of revocation lists that are known besides those in the file
 * @param log the log that evidence has to come from
 * @param watched what a watcher remembers of the log: evidence has to be in it
 * @param url where the log gives the proofs for that; given with {@code watched} and never without
 * @param all whether checks that passed are shown one by one
 */
record VerifyArguments(
        Language language,
        Optional<Path> trust,
        Optional<Path> content,
        Optional<Path> crl,
        Optional<LogId> log,
        Optional<Path> watched,
        Optional<URI> url,
        boolean all,
        Path file) {
    private static final String ALL = "--all";

    private static final Set<String> OPTIONS =
            Set.of("--lang", "--trust", "--content", "--crl", "--log", "--watched", "--url");

    /** Empty if the arguments are not what {@link Messages#USAGE} says. */
    static Optional<VerifyArguments> parse(String... given) {
        boolean all = List.of(given).contains(ALL);
        String[] arguments =
                Stream.of(given).filter(argument -> !argument.equals(ALL)).toArray(String[]::new);
        Map<String, String> options = new HashMap<>();
        int i = 0;
        while (i + 1 < arguments.length && OPTIONS.contains(arguments[i])) {
            if (options.put(arguments[i], arguments[i + 1]) != null) {
                return Optional.empty();
            }
            i += 2;
        }
        Optional<Language> language = Language.ofTag(options.getOrDefault("--lang", "vi"));
        int files = arguments.length - i;
        if (files == 2 && !arguments[i + 1].startsWith("--")) {
            if (options.put("--content", arguments[i + 1]) != null) {
                return Optional.empty();
            }
        } else if (files != 1) {
            return Optional.empty();
        }
        if (arguments[i].startsWith("--") || language.isEmpty()) {
            return Optional.empty();
        }
        Optional<LogId> log;
        Optional<URI> url;
        try {
            log = Optional.ofNullable(options.get("--log")).map(LogId::new);
            url = Optional.ofNullable(options.get("--url")).map(WatchArguments::address);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        if (url.isPresent() != options.containsKey("--watched")) {
            return Optional.empty();
        }
        return Optional.of(new VerifyArguments(
                language.get(),
                path(options, "--trust"),
                path(options, "--content"),
                path(options, "--crl"),
                log,
                path(options, "--watched"),
                url,
                all,
                Path.of(arguments[i])));
    }

    private static Optional<Path> path(Map<String, String> options, String name) {
        return Optional.ofNullable(options.get(name)).map(Path::of);
    }
}
