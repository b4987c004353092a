package vn.lienthong.hsm.usb;

import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import vn.lienthong.signer.token.Pin;

/** PINs that a person types, and those that a file holds: that is for trials and machines. */
final class PinSources {
    private PinSources() {}

    static PinPrompt of(UsbOptions options, @Nullable Console console) {
        return options.optionalPath("--pin-file")
                .<PinPrompt>map(file -> purpose -> ofFile(file))
                .orElse(purpose -> typed(options, console, purpose));
    }

    private static Pin ofFile(Path file) throws UsbFault {
        try {
            String mode = PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
            if (!mode.endsWith("------")) {
                throw new UsbFault(
                        "pin-file",
                        "Tệp mã PIN mở cho người khác đọc.",
                        "The PIN file is open to others than its owner.");
            }
            return new Pin(Files.readString(file).strip().toCharArray());
        } catch (IOException | IllegalArgumentException e) {
            throw new UsbFault("pin-file", "Không đọc được tệp mã PIN.", "The PIN file cannot be read.");
        }
    }

    private static Pin typed(UsbOptions options, @Nullable Console console, String purpose) throws UsbFault {
        char[] characters = console == null || !console.isTerminal()
                ? null
                : console.readPassword("%s", options.say("Mã PIN của token để ", "PIN of the token ") + purpose + ": ");
        if (characters == null || characters.length == 0) {
            throw new UsbFault("person-refused", "Không có mã PIN: không ký.", "No PIN was given: nothing is signed.");
        }
        try {
            return new Pin(characters);
        } finally {
            Arrays.fill(characters, '\0');
        }
    }
}
