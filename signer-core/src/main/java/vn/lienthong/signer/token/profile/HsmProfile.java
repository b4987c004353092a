package vn.lienthong.signer.token.profile;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.lienthong.signer.token.Pin;
import vn.lienthong.signer.token.cryptoki.Mechanism;
import vn.lienthong.signer.token.cryptoki.ModuleProfile;

/**
 * One make of HSM.
 *
 * @param name by which configurations and ceremonies name it
 * @param tried whether this project's tests run against it; else it was written from its maker's manual
 * @param libraries where its PKCS#11 library usually is
 * @param configuration what its module has to be told at C_Initialize; empty for modules that take nothing
 * @param environment what its library reads by itself; empty for nothing
 * @param pin how its PIN is written
 * @param initialisesTokens whether C_InitToken and C_InitPIN make a token of it
 * @param maxSessions that suit it
 * @param mechanisms that are used of it here
 * @param quirks one English sentence each
 */
public record HsmProfile(
        String name,
        String product,
        boolean tried,
        List<Path> libraries,
        Optional<Configuration> configuration,
        String environment,
        PinForm pin,
        boolean initialisesTokens,
        int maxSessions,
        List<Mechanism> mechanisms,
        List<String> quirks) {
    private static final int MOST_SESSIONS = 30;

    public HsmProfile {
        libraries = List.copyOf(libraries);
        mechanisms = List.copyOf(mechanisms);
        quirks = List.copyOf(quirks);
    }

    /**
     * @param template of the text for C_Initialize, with {@code {configuration}} and perhaps {@code {label}}
     * @param meaning what is asked for, in English
     */
    public record Configuration(String template, String meaning, Pattern pattern) {}

    /** @param meaning in English */
    public record PinForm(String meaning, Pattern pattern) {}

    static HsmProfile parse(String name, Map<String, String> texts) {
        ProfileText text = new ProfileText(name, texts);
        Optional<Configuration> configuration = text.optional("initialisation")
                .map(template -> new Configuration(
                        template, text.text("configuration"), Pattern.compile(text.text("configuration-pattern"))));
        HsmProfile profile = new HsmProfile(
                name,
                text.text("product"),
                text.yesOrNo("tried"),
                text.list("libraries").stream().map(Path::of).toList(),
                configuration,
                text.optional("environment").orElse(""),
                new PinForm(text.text("pin"), Pattern.compile(text.text("pin-pattern"), Pattern.DOTALL)),
                text.yesOrNo("initialises-tokens"),
                text.number("max-sessions", 1, MOST_SESSIONS),
                text.list("mechanisms").stream().map(Mechanism::valueOf).toList(),
                text.numbered("quirk"));
        text.refuseTheRest();
        return profile;
    }

    /** The library given, or else the first of the usual ones that is there. */
    public Path library(Optional<Path> given) {
        List<Path> candidates = given.map(List::of).orElse(libraries);
        return candidates.stream()
                .filter(Path::isAbsolute)
                .filter(Files::isReadable)
                .findFirst()
                .orElseThrow(() -> new ProfileException("no library of " + product + " can be read at " + candidates));
    }

    /**
     * What the module is told when it starts.
     *
     * @throws ProfileException if the make takes no configuration and one is given, or the other way round, or it has
     *     another form
     */
    public ModuleProfile module(Optional<String> given, String label) {
        if (configuration.isEmpty()) {
            if (given.isPresent()) {
                throw new ProfileException("a configuration is irrelevant for " + product);
            }
            return ModuleProfile.STANDARD;
        }
        Configuration wanted = configuration.get();
        String text =
                given.orElseThrow(() -> new ProfileException(product + " wants a configuration: " + wanted.meaning()));
        if (!wanted.pattern().matcher(text).matches()) {
            throw new ProfileException("the configuration of " + product + " is " + wanted.meaning());
        }
        if (label.indexOf('\'') >= 0) {
            throw new ProfileException("the label of a token of " + product + " holds no apostrophe");
        }
        return new ModuleProfile(
                wanted.template().replace("{configuration}", text).replace("{label}", label));
    }

    /** Refuses a PIN that this make cannot have, before it is tried: each vain try brings the lock nearer. */
    public void requireForm(Pin given) {
        boolean fits = given.reveal(characters ->
                pin.pattern().matcher(java.nio.CharBuffer.wrap(characters)).matches());
        if (!fits) {
            throw new ProfileException("the PIN of " + product + " is " + pin.meaning());
        }
    }
}
