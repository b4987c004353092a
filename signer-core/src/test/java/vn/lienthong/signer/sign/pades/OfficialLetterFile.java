package vn.lienthong.signer.sign.pades;

import java.io.IOException;
import java.nio.file.Path;

/** The letter of these tests for tests of other packages. */
public final class OfficialLetterFile {
    /** Whose name is under it. */
    public static final String SIGNER = OfficialLetter.SIGNER;

    private OfficialLetterFile() {}

    public static void write(Path file) throws IOException {
        OfficialLetter.write(file);
    }
}
