package vn.lienthong.exchange.application.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static vn.lienthong.exchange.it.TestExchange.MINISTRY;
import static vn.lienthong.exchange.it.TestExchange.PROVINCE;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.exchange.application.dispatch.AcceptOutcome.Accepted;
import vn.lienthong.exchange.application.remote.TestClock;
import vn.lienthong.exchange.domain.account.Caller;
import vn.lienthong.exchange.domain.content.DeclaredBody;
import vn.lienthong.exchange.domain.content.Sha256Digest;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.FailureException;
import vn.lienthong.exchange.domain.upload.Upload;
import vn.lienthong.exchange.domain.upload.UploadFiles;
import vn.lienthong.exchange.infrastructure.content.FolderUploadFiles;
import vn.lienthong.exchange.it.Messages;
import vn.lienthong.exchange.it.TestExchange;

/** Messages in pieces, over a real database and a real folder, on two nodes. */
class UploadIT {
    private static final long LARGE = 64L << 20;

    @TempDir
    Path folder;

    private final TestClock clock = new TestClock();
    private TestExchange exchange;
    private UploadFiles files;
    private Uploading uploading;
    private AppendToUpload append;
    private AppendToUpload elsewhere;
    private SendUpload send;
    private Caller province;

    @BeforeEach
    void start() throws IOException {
        exchange = TestExchange.in(folder, 8);
        TestExchange second = exchange.anotherNode();
        files = FolderUploadFiles.in(folder);
        UploadFiles others = FolderUploadFiles.in(folder);
        uploading = new Uploading(exchange.unitOfWork, files, LARGE, exchange.ids, clock);
        append = new AppendToUpload(exchange.unitOfWork, files, uploading, exchange.ids, clock);
        Uploading there = new Uploading(second.unitOfWork, others, LARGE, second.ids, clock);
        elsewhere = new AppendToUpload(second.unitOfWork, others, there, second.ids, clock);
        send = new SendUpload(uploading, files, exchange.accept);
        province = exchange.province;
    }

    @Test
    void aMessageInPiecesOnTwoNodesIsTheMessage() {
        byte[] letter = Messages.document(1, PROVINCE, MINISTRY);
        Upload upload = uploading.begin(province, letter.length, "filename YQ==");
        int half = letter.length / 2;
        assertRefused(FailureCode.UPLOAD_OFFSET_WRONG, () -> sent(upload));
        assertThat(append.append(province, upload.id(), 0, stream(letter, 0, half), null)
                        .received())
                .isEqualTo(half);
        assertRefused(
                FailureCode.UPLOAD_OFFSET_WRONG,
                () -> elsewhere.append(province, upload.id(), 0, stream(letter, 0, half), null));
        assertThat(elsewhere
                        .append(province, upload.id(), half, stream(letter, half, letter.length), null)
                        .isWhole())
                .isTrue();
        Accepted accepted = sent(upload);
        assertThat(sent(upload).id()).isEqualTo(accepted.id());
        assertThat(accepted.content().length()).isEqualTo(letter.length);
        assertThat(exchange.sent(province, letter).id())
                .as("the same octets are the same message, however they came")
                .isEqualTo(accepted.id());
    }

    @Test
    void whatCameOfABrokenBodyCountsAndWhatACrashLeftDoesNot() throws Exception {
        byte[] octets = new byte[1000];
        Arrays.fill(octets, (byte) 'x');
        Upload upload = uploading.begin(province, octets.length, "");
        InputStream broken = new SequenceInputStream(stream(octets, 0, 400), new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("the connection is lost");
            }
        });
        assertThat(append.append(province, upload.id(), 0, broken, null).received())
                .isEqualTo(400);
        // octets behind the offset that was answered: whoever wrote them was killed before it was written down
        Files.write(file(upload), new byte[50], StandardOpenOption.APPEND);
        assertThat(uploading.find(province, upload.id()).received()).isEqualTo(400);
        elsewhere.append(province, upload.id(), 400, stream(octets, 400, 1000), null);
        assertThat(file(upload)).hasBinaryContent(octets);
        Files.write(file(upload), new byte[10]);
        assertThatExceptionOfType(FailureException.class)
                .isThrownBy(() -> append.append(province, upload.id(), 1000, stream(octets, 0, 0), null))
                .matches(e -> e.failure().code() == FailureCode.STORAGE_UNAVAILABLE);
    }

    @Test
    void aWrongChecksumLeavesNothingOfItsPiece() throws Exception {
        byte[] octets = new byte[100];
        Upload upload = uploading.begin(province, octets.length, "");
        Sha256Digest right =
                Sha256Digest.of(MessageDigest.getInstance("SHA-256").digest(Arrays.copyOf(octets, 50)));
        assertRefused(
                FailureCode.UPLOAD_CHECKSUM_MISMATCH,
                () -> append.append(province, upload.id(), 0, stream(octets, 0, 51), right));
        assertThat(uploading.find(province, upload.id()).received()).isZero();
        assertThat(append.append(province, upload.id(), 0, stream(octets, 0, 50), right)
                        .received())
                .isEqualTo(50);
        assertRefused(
                FailureCode.BODY_TOO_LARGE,
                () -> append.append(province, upload.id(), 50, stream(octets, 0, 51), null));
        assertThat(append.append(province, upload.id(), 50, stream(octets, 0, 50), null)
                        .isWhole())
                .isTrue();
    }

    @Test
    void oneWritesAtATimeAndOneThatIsGoneIsSucceeded() throws Exception {
        Upload upload = uploading.begin(province, 10, "");
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        InputStream slow = new InputStream() {
            @Override
            public int read() throws IOException {
                begun.countDown();
                try {
                    goOn.await();
                } catch (InterruptedException e) {
                    throw new IOException(e);
                }
                return -1;
            }
        };
        try (ExecutorService threads = Executors.newSingleThreadExecutor()) {
            Future<?> writing = threads.submit(() -> append.append(province, upload.id(), 0, slow, null));
            begun.await();
            assertRefused(
                    FailureCode.UPLOAD_LOCKED,
                    () -> elsewhere.append(province, upload.id(), 0, stream(new byte[10], 0, 10), null));
            clock.advance(Duration.ofMinutes(2)); // the first one says nothing any more
            assertThat(elsewhere
                            .append(province, upload.id(), 0, stream(new byte[10], 0, 10), null)
                            .received())
                    .isEqualTo(10);
            goOn.countDown();
            assertThatExceptionOfType(ExecutionException.class)
                    .isThrownBy(writing::get)
                    .withMessageContaining("upload-locked");
        }
        assertThat(uploading.find(province, upload.id()).received()).isEqualTo(10);
    }

    @Test
    void whatIsLeftAloneExpiresAndAnothersIsNotThere() throws Exception {
        Upload upload = uploading.begin(province, 10, "");
        append.append(province, upload.id(), 0, stream(new byte[5], 0, 5), null);
        for (Runnable deed : List.<Runnable>of(
                () -> uploading.find(exchange.ministry, upload.id()),
                () -> uploading.end(exchange.ministry, upload.id()),
                () -> append.append(exchange.ministry, upload.id(), 5, stream(new byte[5], 0, 5), null),
                () -> send.send(exchange.ministry, upload.id(), DeclaredBody.anything(), Set.of(), null))) {
            assertRefused(FailureCode.NOT_FOUND, deed);
        }
        assertRefused(FailureCode.NOT_PERMITTED, () -> uploading.begin(exchange.auditor, 1, ""));
        assertRefused(FailureCode.BODY_TOO_LARGE, () -> uploading.begin(province, LARGE + 1, ""));
        Upload ended = uploading.begin(province, 10, "");
        uploading.end(province, ended.id());
        assertRefused(FailureCode.NOT_FOUND, () -> uploading.end(province, ended.id()));
        for (int i = 1; i < 100; i++) {
            uploading.begin(province, 1, "");
        }
        assertRefused(FailureCode.UPLOADS_TOO_MANY, () -> uploading.begin(province, 1, ""));

        assertThat(file(upload)).exists();
        clock.advance(Uploading.KEPT.plusMinutes(1));
        assertRefused(FailureCode.NOT_FOUND, () -> uploading.find(province, upload.id()));
        while (uploading.removeExpired()) {
            // until none is left
        }
        assertThat(file(upload)).doesNotExist();
        uploading.begin(province, 1, "");
    }

    private Accepted sent(Upload upload) {
        return (Accepted) send.send(province, upload.id(), DeclaredBody.anything(), Set.of(), null);
    }

    private Path file(Upload upload) {
        return folder.resolve("uploads").resolve(upload.id().toString());
    }

    private static InputStream stream(byte[] octets, int from, int to) {
        return new ByteArrayInputStream(octets, from, to - from);
    }

    private static void assertRefused(FailureCode code, Runnable asked) {
        assertThatExceptionOfType(FailureException.class)
                .isThrownBy(asked::run)
                .matches(e -> e.failure().code() == code, code.code());
    }
}
