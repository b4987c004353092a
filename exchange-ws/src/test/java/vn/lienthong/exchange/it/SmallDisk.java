package vn.lienthong.exchange.it;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** A file system in memory of so many octets, mounted on a folder: its ENOSPC is the kernel's own. */
final class SmallDisk implements AutoCloseable {
    private final Path folder;

    private SmallDisk(Path folder) {
        this.folder = folder;
    }

    /** The folder has that much room. Where this user may not mount, the test is skipped and says so. */
    static SmallDisk mountedOn(Path folder, long octets) {
        Commands.Result mounted = Commands.run(
                folder,
                List.of(
                        "mount",
                        "-t",
                        "tmpfs",
                        "-o",
                        "size=" + octets + ",mode=0700",
                        "lienthong-test",
                        folder.toString()));
        if (mounted.status() != 0) {
            String reason =
                    "skipped, for no small disk can be mounted here (it takes root, and a machine that allows it): "
                            + mounted.output();
            System.err.println("DiskFullIT " + reason);
            Assumptions.abort(reason);
        }
        return new SmallDisk(folder);
    }

    /** What a run that was killed left mounted there is gone. */
    static void unmount(Path folder) {
        Commands.run(Path.of("/"), List.of("umount", folder.toString()));
    }

    /** Only so many octets are left. Returns the file that takes up the rest. */
    Path fillBut(long left) throws IOException {
        Path filler = folder.resolve("filler");
        byte[] zeros = new byte[1 << 16];
        try (OutputStream out = Files.newOutputStream(filler)) {
            for (long room = Files.getFileStore(folder).getUsableSpace() - left; room > 0; room -= zeros.length) {
                out.write(zeros);
            }
        }
        return filler;
    }

    @Override
    public void close() {
        unmount(folder);
    }
}
