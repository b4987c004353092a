package vn.lienthong.hsm.tool;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import vn.lienthong.hsm.plan.TokenSpec;
import vn.lienthong.signer.token.KeyAlias;
import vn.lienthong.signer.token.profile.HsmProfile;
import vn.lienthong.signer.token.profile.HsmProfiles;

/** A command with its options, all of which have a meaning for it. */
final class Arguments {
    private final Command command;
    private final Map<String, String> given;

    private Arguments(Command command, Map<String, String> given) {
        this.command = command;
        this.given = given;
    }

    /** @throws IllegalArgumentException with a sentence that names what is wrong */
    static Arguments parse(Command command, String... arguments) {
        Map<String, String> given = new HashMap<>();
        for (int i = 1; i < arguments.length; i += 2) {
            if (!command.takes(arguments[i])) {
                throw new IllegalArgumentException(
                        "the option " + arguments[i] + " is unknown or irrelevant for " + command.word());
            }
            if (i + 1 == arguments.length) {
                throw new IllegalArgumentException(arguments[i] + " wants a value");
            }
            if (given.put(arguments[i], arguments[i + 1]) != null) {
                throw new IllegalArgumentException(arguments[i] + " is given twice");
            }
        }
        for (String name : command.required()) {
            if (!given.containsKey(name)) {
                throw new IllegalArgumentException(name + " is missing");
            }
        }
        return new Arguments(command, given);
    }

    Command command() {
        return command;
    }

    String text(String name) {
        return optional(name).orElseThrow(() -> new IllegalArgumentException(name + " is missing"));
    }

    Optional<String> optional(String name) {
        return Optional.ofNullable(given.get(name));
    }

    Path path(String name) {
        return Path.of(text(name)).toAbsolutePath().normalize();
    }

    KeyAlias alias() {
        return new KeyAlias(text("--alias"));
    }

    TokenSpec token() {
        HsmProfile profile = HsmProfiles.named(text("--profile"));
        String label = text("--label");
        return new TokenSpec(
                profile,
                profile.library(optional("--module").map(text -> Path.of(text).toAbsolutePath())),
                profile.module(optional("--configuration"), label),
                label,
                path("--pin-file"),
                optional("--security-officer-pin-file")
                        .map(text -> Path.of(text).toAbsolutePath()));
    }

    /** The sentence in the language that was asked for: Vietnamese, unless {@code --lang en}. */
    String say(String vietnamese, String english) {
        return optional("--lang").orElse("vi").equals("en") ? english : vietnamese;
    }
}
