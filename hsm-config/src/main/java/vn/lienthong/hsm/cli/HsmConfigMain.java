package vn.lienthong.hsm.cli;

import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import vn.lienthong.signer.AllowedApi;
import vn.lienthong.signer.token.TokenFault;

/** The ceremony tool's entry: exit status 0 if the command did what it says, 1 if it could not, 2 for a wrong command line. */
public final class HsmConfigMain {
    private HsmConfigMain() {}

    @AllowedApi("a command-line tool speaks on standard output")
    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        System.exit(run(out, err, arguments));
    }

    /** The exit status: 0 if the command did what it says, 1 if it could not, 2 if nobody knows it. */
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
