package vn.lienthong.hsm.perform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Arrays;
import java.util.Set;
import vn.lienthong.hsm.plan.ScriptException;
import vn.lienthong.signer.token.Pin;
import vn.lienthong.signer.token.profile.HsmProfile;

/** PINs by reference: a file that only its owner can read, with one line in it. */
final class PinFile {
    private static final Set<PosixFilePermission> OWNERS =
            Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    private PinFile() {}

    /**
     * The PIN, in the form that this make of HSM has.
     *
     * @throws ScriptException if the file is missing, open to others, or holds something else; the sentence holds no PIN
     */
    static Pin read(Path file, HsmProfile profile) {
        try {
            if (!OWNERS.containsAll(Files.getPosixFilePermissions(file))) {
                throw new ScriptException("the PIN file " + file + " is open to others than its owner");
            }
            char[] text = Files.readString(file).strip().toCharArray();
            try {
                Pin pin = new Pin(text);
                profile.requireForm(pin);
                return pin;
            } catch (IllegalArgumentException e) {
                throw new ScriptException("the PIN file " + file + " cannot be used: " + e.getMessage());
            } finally {
                Arrays.fill(text, '\0');
            }
        } catch (IOException e) {
            throw new ScriptException("the PIN file " + file + " cannot be read");
        }
    }
}
