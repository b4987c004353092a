package vn.lienthong.hsm.perform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import vn.lienthong.hsm.files.Changes;
import vn.lienthong.hsm.files.StateFiles;
import vn.lienthong.hsm.token.SoftHsmFolder;

/** A folder of a ceremony's files, with a SoftHSM of its own that this process uses from now on. */
public final class Folder {
    public static final String PIN = "246813";

    private final Path path;

    public Folder(Path path) {
        this.path = path;
        SoftHsmFolder.prepare(new StateFiles(path), new Changes());
        secret("hsm.pin", PIN);
        secret("so.pin", "97531086");
    }

    public Path at(String name) {
        return path.resolve(name);
    }

    public Path write(String name, String text) {
        try {
            return Files.writeString(at(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Path secret(String name, String text) {
        try {
            Path file = write(name, text);
            return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the program said and its exit status, in one text: {@code 0: …}. */
    public String run(String... command) {
        try {
            Process process = new ProcessBuilder(new ArrayList<>(List.of(command)))
                    .directory(path.toFile())
                    .redirectErrorStream(true)
                    .start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.waitFor() + ": " + said;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
