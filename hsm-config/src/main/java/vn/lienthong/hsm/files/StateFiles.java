package vn.lienthong.hsm.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Reads and writes below one folder; paths are relative to it. A reader sees the old file or the new one, never a part. */
public final class StateFiles {
    private static final Set<PosixFilePermission> PRIVATE_FOLDER = PosixFilePermissions.fromString("rwx------");

    private final Path root;

    public StateFiles(Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    public Path at(String relative) {
        return root.resolve(relative);
    }

    public boolean exists(String relative) {
        return Files.exists(at(relative));
    }

    /** The folder exists, and only its owner can look into it. */
    public Path privateFolder(String relative) {
        try {
            Path folder = Files.createDirectories(at(relative));
            Files.setPosixFilePermissions(folder, PRIVATE_FOLDER);
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public byte[] read(String relative) {
        try {
            return Files.readAllBytes(at(relative));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String readText(String relative) {
        return new String(read(relative), StandardCharsets.UTF_8);
    }

    /** The file holds exactly {@code content}; it never existed with a wider mode than it ends with. */
    public void write(String relative, byte[] content, Exposure exposure) {
        Path target = at(relative);
        try {
            Files.createDirectories(target.resolveSibling("."));
            Path fresh = Files.createTempFile(
                    target.toAbsolutePath().getParent(),
                    ".new-",
                    "",
                    PosixFilePermissions.asFileAttribute(Exposure.OWNER_ONLY.permissions()));
            Files.write(fresh, content);
            Files.setPosixFilePermissions(fresh, exposure.permissions());
            Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void writeText(String relative, String content, Exposure exposure) {
        write(relative, content.getBytes(StandardCharsets.UTF_8), exposure);
    }
}
