package vn.lienthong.signer.token.cryptoki;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileLock;
import java.nio.file.Path;

/**
 * Another process that locks a file and keeps it. SoftHSM waits for such a lock without end, inside C_Sign too, which makes
 * a real module hang and come back at will.
 */
final class LockHolder implements AutoCloseable {
    private final Process process;

    /** The file is locked by another process until this is closed. */
    LockHolder(Path file) throws IOException {
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        "target/test-classes",
                        LockHolder.class.getName(),
                        file.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        if (process.getInputStream().read() < 0) {
            throw new IOException("the lock was not taken");
        }
    }

    public static void main(String[] file) throws IOException {
        try (RandomAccessFile opened = new RandomAccessFile(file[0], "rw");
                FileLock lock = opened.getChannel().lock()) {
            System.out.write(lock.isValid() ? 'y' : 'n');
            System.out.flush();
            System.in.read();
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
