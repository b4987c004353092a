package vn.lienthong.hsm.tool;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import vn.lienthong.hsm.perform.Deed;
import vn.lienthong.hsm.perform.Performance;
import vn.lienthong.hsm.perform.RecordedCeremony;
import vn.lienthong.hsm.perform.Rehearsal;
import vn.lienthong.hsm.pki.DistinguishedName;
import vn.lienthong.hsm.plan.CeremonyFile;
import vn.lienthong.hsm.plan.CeremonyScript;
import vn.lienthong.hsm.plan.ScriptException;
import vn.lienthong.hsm.plan.Step;
import vn.lienthong.hsm.plan.Steps;
import vn.lienthong.hsm.plan.TokenSpec;
import vn.lienthong.signer.algorithm.Bytes;
import vn.lienthong.signer.token.TokenFault;
import vn.lienthong.signer.token.profile.HsmProfile;
import vn.lienthong.signer.token.profile.HsmProfiles;

/** Runs one command: exit status 0 if it did what it says, 1 if it could not. */
public final class Tool {
    private final Arguments arguments;
    private final PrintStream out;
    private final BufferedReader in;
    private final Clock clock;

    private Tool(Arguments arguments, PrintStream out, BufferedReader in, Clock clock) {
        this.arguments = arguments;
        this.out = out;
        this.in = in;
        this.clock = clock;
    }

    /** Whether the command line is one of these commands; a {@code --state} names the demonstration's token, which is not. */
    public static boolean knows(String... arguments) {
        return arguments.length > 0
                && Command.of(arguments[0]).isPresent()
                && !List.of(arguments).contains("--state");
    }

    /** @throws IllegalArgumentException with a sentence, if the command line is wrong */
    public static Tool of(PrintStream out, BufferedReader in, Clock clock, String... arguments) {
        Command command = Command.of(arguments[0]).orElseThrow();
        return new Tool(Arguments.parse(command, arguments), out, in, clock);
    }

    /** @throws ScriptException if something was in the way before anything was changed */
    public int run() throws TokenFault {
        return switch (arguments.command()) {
            case PROFILES -> profiles();
            case REHEARSE -> rehearse();
            case PERFORM -> perform();
            case LIST -> new KeyReport(arguments, out).list();
            case TEST -> new KeyReport(arguments, out).test();
            case BENCH -> new Bench(arguments, out).run();
            case INIT -> one(new Step.InitialiseToken());
            case GENERATE ->
                one(new Step.GenerateKeyPair(
                        arguments.alias(),
                        Steps.form(arguments.text("--form")),
                        arguments.optional("--id").map(Bytes::ofHex)));
            case CSR ->
                one(new Step.RequestCertificate(
                        arguments.alias(),
                        new DistinguishedName(
                                arguments.text("--common-name"),
                                arguments.optional("--title").orElse(null),
                                arguments.text("--organization")),
                        arguments.path("--file")));
            case IMPORT -> one(new Step.ImportCertificate(arguments.alias(), arguments.path("--file")));
            case DESTROY -> one(new Step.DestroyKeyPair(arguments.alias(), Steps.fingerprint(typedFingerprint())));
        };
    }

    /** The sentence in the language that was asked for. */
    public String say(String vietnamese, String english) {
        return arguments.say(vietnamese, english);
    }

    /** From the command line, or typed by a person who read it off another list. */
    private String typedFingerprint() {
        Optional<String> given = arguments.optional("--fingerprint");
        if (given.isPresent()) {
            return given.get();
        }
        out.println(arguments.say(
                "Khóa " + arguments.alias() + " sẽ bị hủy vĩnh viễn. Gõ dấu vân tay SHA-256 của khóa để xác nhận:",
                "The key " + arguments.alias() + " will be destroyed for good. Type its SHA-256 fingerprint:"));
        try {
            return Optional.ofNullable(in.readLine())
                    .orElseThrow(() -> new ScriptException("no fingerprint was given: nothing was destroyed"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int one(Step step) throws TokenFault {
        TokenSpec token = arguments.token();
        new Rehearsal(token, List.of(step), Optional.empty()).run();
        try (Performance performance = new Performance(token)) {
            return report(performance.run(List.of(step)));
        }
    }

    private int rehearse() throws TokenFault {
        CeremonyScript script = CeremonyFile.read(arguments.path("--ceremony"));
        new RecordedCeremony(script, clock).rehearse();
        script.steps().forEach(step -> out.println("○ " + step.name()));
        out.println(arguments.say(
                "Diễn tập đạt: không có gì cản trở; chưa thay đổi gì. SHA-256 của kịch bản: "
                        + script.sha256().hex(),
                "The rehearsal passed: nothing is in the way, and nothing was changed. SHA-256 of the file: "
                        + script.sha256().hex()));
        return 0;
    }

    private int perform() throws TokenFault {
        CeremonyScript script = CeremonyFile.read(arguments.path("--ceremony"));
        int status = report(new RecordedCeremony(script, clock).perform());
        out.println(arguments.say("Biên bản: ", "Record: ") + script.protocol().file());
        return status;
    }

    private int report(List<Deed> deeds) {
        for (Deed deed : deeds) {
            out.println(switch (deed.outcome()) {
                        case DONE -> "✔ ";
                        case FAILED -> "✘ ";
                        case NOT_BEGUN -> "○ ";
                    }
                    + deed.step());
            deed.facts().forEach((name, value) -> out.println("    " + name + ": " + value));
        }
        return deeds.stream().allMatch(deed -> deed.outcome() == Deed.Outcome.DONE) ? 0 : 1;
    }

    private int profiles() {
        for (HsmProfile profile : HsmProfiles.all()) {
            out.println(profile.name() + ": " + profile.product() + " ("
                    + (profile.tried() ? arguments.say("đã thử", "tried") : arguments.say("chưa thử", "untried"))
                    + ")");
        }
        return 0;
    }
}
