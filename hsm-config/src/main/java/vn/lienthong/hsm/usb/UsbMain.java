package vn.lienthong.hsm.usb;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import vn.lienthong.signer.AllowedApi;

/** The official's program: exit status 0 if it signed, 1 if it could not, 2 for a wrong command line. */
public final class UsbMain {
    private UsbMain() {}

    @AllowedApi("a command-line tool speaks on standard output")
    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        System.exit(run(out, err, System.console(), arguments));
    }

    static int run(PrintStream out, PrintStream err, java.io.@Nullable Console console, String... arguments) {
        UsbOptions options;
        try {
            options = UsbOptions.parse(arguments);
        } catch (IllegalArgumentException e) {
            err.println(e.getMessage());
            return 2;
        }
        try {
            PinPrompt pins = PinSources.of(options, console);
            if (options.command().equals("sign")) {
                new UsbSign(options, pins, out).run();
            } else {
                serve(options, pins, out);
            }
            return 0;
        } catch (UsbFault e) {
            err.println(options.say(e.vietnamese(), String.valueOf(e.getMessage())));
        } catch (IllegalArgumentException e) {
            err.println(e.getMessage());
            return 2;
        } catch (IOException e) {
            err.println(options.say("Không đọc, ghi hoặc kết nối được: ", "Cannot read, write or connect: ") + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return 1;
    }

    /** The bridge answers until somebody ends the program. */
    private static void serve(UsbOptions options, PinPrompt pins, PrintStream out)
            throws IOException, InterruptedException {
        try (UsbBridge bridge = UsbBridge.start(options, pins)) {
            out.println(options.say("Cầu nối USB token đang chạy tại ", "The bridge to the USB token answers at ")
                    + bridge.address());
            new CountDownLatch(1).await();
        }
    }
}
