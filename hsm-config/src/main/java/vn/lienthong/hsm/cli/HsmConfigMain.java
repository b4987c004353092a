package vn.lienthong.hsm.cli;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import vn.lienthong.hsm.plan.ScriptException;
import vn.lienthong.hsm.tool.Tool;
import vn.lienthong.signer.AllowedApi;
import vn.lienthong.signer.token.TokenFault;

/** The ceremony tool's entry: exit status 0 if the command did what it says, 1 if it could not, 2 for a wrong command line. */
public final class HsmConfigMain {
    private HsmConfigMain() {}

    @AllowedApi("a command-line tool speaks on standard output")
    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        System.exit(Tool.knows(arguments) ? operate(out, err, in, arguments) : run(out, err, arguments));
    }

    /** A command of an HSM operator. */
    static int operate(PrintStream out, PrintStream err, BufferedReader in, String... arguments) {
        Tool tool;
        try {
            tool = Tool.of(out, in, Clock.systemUTC(), arguments);
        } catch (IllegalArgumentException e) {
            err.println(e.getMessage());
            return 2;
        }
        try {
            return tool.run();
        } catch (ScriptException e) {
            e.sentences().forEach(sentence -> err.println(tool.say("Từ chối: ", "Refused: ") + sentence));
        } catch (TokenFault e) {
            err.println(tool.say("Token không làm được: ", "The token cannot do it: ") + e.getMessage());
        } catch (UncheckedIOException e) {
            err.println(tool.say("Không đọc hoặc ghi được: ", "Cannot read or write: ") + e.getCause());
        } catch (IllegalArgumentException | IllegalStateException e) {
            err.println(e.getMessage());
        }
        return 1;
    }

    /**
     * A command of the demonstration, whose token lies in a state folder. The exit status: 0 if the command did what it says, 1
     * if it could not, 2 if nobody knows it.
     */
    public static int run(PrintStream out, PrintStream err, String... arguments) {
        Options options;
        try {
            options = Options.parse(arguments);
        } catch (IllegalArgumentException e) {
            err.println(e.getMessage());
            return 2;
        }
        try {
            return switch (options.command()) {
                case "list" -> new ListCommand(options, out).run();
                case "test" -> new TestCommand(options, out).run();
                default -> new DemoPkiCommand(options, out, Clock.systemUTC(), new SecureRandom()).run();
            };
        } catch (TokenFault e) {
            err.println(options.say("Token không làm được: ", "The token cannot do it: ") + e.getMessage());
        } catch (UncheckedIOException e) {
            err.println(options.say("Không đọc hoặc ghi được: ", "Cannot read or write: ") + e.getCause());
        } catch (IllegalArgumentException | IllegalStateException e) {
            err.println(e.getMessage());
        }
        return 1;
    }
}
