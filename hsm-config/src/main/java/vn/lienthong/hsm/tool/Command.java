package vn.lienthong.hsm.tool;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The commands, and which options each of them wants and may have. What it does not name is irrelevant, and refused. */
enum Command {
    PROFILES("profiles", List.of(), Set.of()),
    REHEARSE("rehearse", List.of("--ceremony"), Set.of()),
    PERFORM("perform", List.of("--ceremony"), Set.of()),
    INIT("init", List.of("--security-officer-pin-file"), Token.OPTIONS),
    GENERATE("generate", List.of("--alias", "--form"), Token.with("--id")),
    CSR("csr", List.of("--alias", "--common-name", "--organization", "--file"), Token.with("--title")),
    IMPORT("import", List.of("--alias", "--file"), Token.OPTIONS),
    LIST("list", List.of(), Token.OPTIONS),
    TEST("test", List.of(), Token.with("--alias")),
    BENCH("bench", List.of("--alias"), Token.with("--seconds")),
    DESTROY("destroy", List.of("--alias"), Token.with("--fingerprint"));

    /** How a token is named on the command line. */
    private static final class Token {
        static final Set<String> OPTIONS = Set.of("--module", "--configuration");

        private Token() {}

        static Set<String> with(String option) {
            return Set.of("--module", "--configuration", option);
        }
    }

    private static final List<String> TOKEN = List.of("--profile", "--label", "--pin-file");

    private final String word;
    private final List<String> required;
    private final Set<String> optional;

    Command(String word, List<String> required, Set<String> optional) {
        this.word = word;
        this.required = required;
        this.optional = optional;
    }

    static Optional<Command> of(String word) {
        return Arrays.stream(values()).filter(c -> c.word.equals(word)).findFirst();
    }

    String word() {
        return word;
    }

    /** Whether it works on a token that the command line names. */
    boolean namesToken() {
        return optional.containsAll(Token.OPTIONS);
    }

    List<String> required() {
        return namesToken()
                ? java.util.stream.Stream.concat(TOKEN.stream(), required.stream())
                        .toList()
                : required;
    }

    boolean takes(String option) {
        return option.equals("--lang") || required().contains(option) || optional.contains(option);
    }
}
