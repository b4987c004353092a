package vn.lienthong.exchange.infrastructure.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.exchange.domain.content.BodyBrokenException;
import vn.lienthong.exchange.domain.content.ContentDamagedException;
import vn.lienthong.exchange.domain.content.ContentMissingException;
import vn.lienthong.exchange.domain.content.ContentRef;
import vn.lienthong.exchange.domain.content.ContentStore.Staged;
import vn.lienthong.exchange.domain.content.ContentTooLargeException;
import vn.lienthong.exchange.domain.content.DeclaredBody;
import vn.lienthong.exchange.domain.content.DigestMismatchException;
import vn.lienthong.exchange.domain.content.Sha256Digest;
import vn.lienthong.exchange.domain.content.StorageFullException;

class FileContentStoreIT {
    private static final byte[] BODY = "một văn bản".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    private FileContentStore store;

    @BeforeEach
    void open() throws IOException {
        store = FileContentStore.open(folder, "node1");
    }

    @Test
    void givesBackWhatWasKept() throws IOException {
        ContentRef ref = kept(BODY);
        try (InputStream in = store.open(ref)) {
            assertThat(in.readAllBytes()).isEqualTo(BODY);
        }
        assertThat(ref.digest()).isEqualTo(kept(BODY).digest());
        assertThat(files()).hasSize(1);
    }

    @Test
    void whatWasNotKeptIsGone() throws IOException {
        ContentRef ref;
        try (Staged staged = stage(BODY)) {
            ref = staged.ref();
            assertThat(staged.file()).hasBinaryContent(BODY);
        }
        assertThat(files()).isEmpty();
        assertThatExceptionOfType(ContentMissingException.class).isThrownBy(() -> store.open(ref));
    }

    @Test
    void aCrashLeavesNoHalfFileBehind() throws IOException {
        Staged lost = stage(BODY);
        assertThat(lost.file()).exists();
        FileContentStore.open(folder, "node1");
        assertThat(files()).isEmpty();
    }

    @Test
    void anotherNodesHalfReceivedFilesStay() throws IOException {
        try (Staged staged = stage(BODY)) {
            FileContentStore.open(folder, "node2");
            staged.keep();
        }
        assertThat(files()).hasSize(1);
    }

    @Test
    void refusesOneOctetOverTheLimitAndTakesTheLimit() throws IOException {
        assertThatExceptionOfType(ContentTooLargeException.class)
                .isThrownBy(
                        () -> store.stage(new ByteArrayInputStream(BODY), BODY.length - 1, DeclaredBody.anything()));
        assertThat(files()).isEmpty();
        store.stage(new ByteArrayInputStream(BODY), BODY.length, DeclaredBody.anything())
                .close();
    }

    @Test
    void countsALineEndOfTheTransportNotAgainstTheLimit() throws IOException {
        Sha256Digest declared = kept(BODY).digest();
        byte[] followed = (new String(BODY, StandardCharsets.UTF_8) + "\r\n").getBytes(StandardCharsets.UTF_8);
        DeclaredBody cut = new DeclaredBody(declared::equals, true);
        try (Staged staged = store.stage(new ByteArrayInputStream(followed), BODY.length, cut)) {
            assertThat(staged.ref()).isEqualTo(new ContentRef(declared, BODY.length));
            assertThat(staged.file()).hasBinaryContent(BODY);
        }
        assertThatExceptionOfType(DigestMismatchException.class)
                .isThrownBy(() -> store.stage(
                        new ByteArrayInputStream(followed), 1000, new DeclaredBody(declared::equals, false)));
    }

    @Test
    void leavesNothingOfABodyThatBreaksOff() throws IOException {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("connection reset");
            }
        };
        assertThatExceptionOfType(BodyBrokenException.class)
                .isThrownBy(() -> store.stage(broken, 1000, DeclaredBody.anything()));
        assertThat(files()).isEmpty();
    }

    @Test
    void noticesChangedOctets() throws IOException {
        ContentRef ref = kept(BODY);
        byte[] changed = BODY.clone();
        changed[0] ^= 1;
        Files.write(files().get(0), changed);
        try (InputStream in = store.open(ref)) {
            assertThatExceptionOfType(ContentDamagedException.class).isThrownBy(in::readAllBytes);
        }
    }

    @Test
    void noticesMissingOctets() throws IOException {
        ContentRef ref = kept(BODY);
        Files.write(files().get(0), new byte[3]);
        assertThatExceptionOfType(ContentDamagedException.class).isThrownBy(() -> store.open(ref));
    }

    @Test
    void tellsAFullDiskFromOtherFaults() {
        IOException full = Durable.full(folder, new IOException("write: No space left on device"));
        assertThat(full).isInstanceOf(StorageFullException.class);
        IOException other = new IOException("Input/output error");
        assertThat(Durable.full(folder, other)).isSameAs(other);
    }

    @Test
    void keepsTheSameOctetsFromManyAtOnce() throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Future<ContentRef>> pending = new ArrayList<>();
            for (int i = 0; i < 64; i++) {
                pending.add(threads.submit(() -> kept(BODY)));
            }
            for (Future<ContentRef> one : pending) {
                try (InputStream in = store.open(one.get())) {
                    assertThat(in.readAllBytes()).isEqualTo(BODY);
                }
            }
        }
        assertThat(files()).hasSize(1);
    }

    /** What an earlier version left two folders deep is found and swept as everything else, and its age stays. */
    @Test
    void liftsWhatLiesInTheLayoutThatOnceWas() throws IOException {
        ContentRef ref = kept(BODY);
        Path file = files().getFirst();
        Path old =
                Files.createDirectories(file.resolveSibling(ref.digest().hex().substring(2, 4)));
        Files.move(file, old.resolve(file.getFileName()));
        FileTime age = FileTime.from(Instant.parse("2026-01-01T00:00:00Z"));
        Files.setLastModifiedTime(old.resolve(file.getFileName()), age);
        Path stray = Files.writeString(
                Files.createDirectories(folder.resolve("kept/00/ff")).resolve("x"), "not ours");
        assertThatExceptionOfType(ContentMissingException.class).isThrownBy(() -> store.open(ref));

        for (int times = 0; times < 2; times++) {
            FileContentStore again = FileContentStore.open(folder, "node2");
            try (InputStream in = again.open(ref)) {
                assertThat(in.readAllBytes()).isEqualTo(BODY);
            }
            assertThat(old).doesNotExist();
            assertThat(stray).exists();
            assertThat(Files.getLastModifiedTime(file)).isEqualTo(age);
        }
    }

    /** A server that is replaced ends its last requests while its successor, of the same name, begins. */
    @Test
    void twoStoresOfOneNodeDoNotTakeEachOthersStagingFiles() throws IOException {
        FileContentStore successor = FileContentStore.open(folder, "node1");
        byte[] other = "văn bản khác".getBytes(StandardCharsets.UTF_8);
        try (Staged mine = stage(BODY);
                Staged theirs = successor.stage(new ByteArrayInputStream(other), 1000, DeclaredBody.anything())) {
            assertThat(mine.file()).hasBinaryContent(BODY);
            assertThat(theirs.file()).hasBinaryContent(other);
        }
    }

    @Test
    void filesAndFoldersAreTheServersAlone() throws IOException {
        kept(BODY);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(files().getFirst())))
                .isEqualTo("rw-------");
        try (Stream<Path> folders = Files.walk(folder.resolve("kept"))) {
            assertThat(folders.filter(Files::isDirectory))
                    .hasSize(257)
                    .allSatisfy(one -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(one)))
                            .isEqualTo("rwx------"));
        }
    }

    private Staged stage(byte[] body) throws IOException {
        return store.stage(new ByteArrayInputStream(body), 1000, DeclaredBody.anything());
    }

    private ContentRef kept(byte[] body) throws IOException {
        try (Staged staged = stage(body)) {
            staged.keep();
            staged.keep();
            return staged.ref();
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
