package vn.lienthong.signer.sign.pades;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.signer.sign.SignDocumentOutcome;
import vn.lienthong.signer.sign.SignRefusal;
import vn.lienthong.signer.sign.SigningLimits;
import vn.lienthong.signer.testpki.Profile;
import vn.lienthong.signer.testpki.Stranger;
import vn.lienthong.signer.timestamp.PkiFailure;
import vn.lienthong.signer.timestamp.TimestampOutcome;
import vn.lienthong.signer.timestamp.TimestampSource;

/** How a request ends when the document is well and something else is not; and that many requests do not meet. */
class PadesOutcomesIT {
    @TempDir
    static Path folder;

    private static SigningFixture fixture;
    private static Path letter;

    @BeforeAll
    static void setUp() throws Exception {
        fixture = new SigningFixture(folder);
        letter = OfficialLetter.write(folder.resolve("letter.pdf"));
    }

    @AfterEach
    void leavesNoTemporaryFile() throws Exception {
        fixture.token.setDown(false);
        Files.deleteIfExists(folder.resolve("out.pdf"));
        assertThat(folder.toFile().list()).noneMatch(name -> name.endsWith(".tmp"));
    }

    @Test
    void saysThatTheTokenIsDown() {
        fixture.token.setDown(true);
        assertThat(outcome(fixture.signer)).isInstanceOf(SignDocumentOutcome.TokenDown.class);
        assertThat(folder.resolve("out.pdf")).doesNotExist();
    }

    @Test
    void saysThatThereIsNoTimestampNow() {
        TimestampSource down = imprint -> new TimestampOutcome.TimestampDown(
                TimestampOutcome.DownReason.UNREACHABLE, Duration.ofSeconds(7), "nobody there");
        assertThat(outcome(signer(down)))
                .isInstanceOfSatisfying(
                        SignDocumentOutcome.TimestampDown.class,
                        d -> assertThat(d.retryAfter()).isEqualTo(Duration.ofSeconds(7)));
        assertThat(folder.resolve("out.pdf")).doesNotExist();
    }

    @Test
    void refusesWhenTheAuthorityRefusesForGood() {
        TimestampSource no = imprint -> new TimestampOutcome.Rejected(PkiFailure.UNACCEPTED_POLICY, "no");
        refused(outcome(signer(no)), SignRefusal.TIMESTAMP_REJECTED);
    }

    @Test
    void refusesAKeyThatTheTokenDoesNotKnow() {
        var unknown = fixture.pki.issue(Profile.signer("Không có khóa")).under("unknown");
        refused(
                fixture.signer.sign(fixture.request(letter, "out.pdf", unknown, Optional.empty())),
                SignRefusal.KEY_REFUSED);
    }

    @Test
    void refusesAKeyThatIsNotTheCertificates() {
        var other = fixture.pki.issue(Profile.signer("Người khác")).under("official");
        refused(
                fixture.signer.sign(fixture.request(letter, "out.pdf", other, Optional.empty())),
                SignRefusal.KEY_CERTIFICATE_MISMATCH);
    }

    @Test
    void signsFromManyThreadsThatKnowNothingOfDss() throws Exception {
        List<Future<SignDocumentOutcome>> outcomes = new ArrayList<>();
        try (var threads = Executors.newThreadPerTaskExecutor(task -> {
            Thread thread = new Thread(task);
            thread.setContextClassLoader(ClassLoader.getPlatformClassLoader());
            return thread;
        })) {
            for (int i = 0; i < 6; i++) {
                var request = fixture.request(letter, "many-" + i + ".pdf", fixture.agency, Optional.empty());
                outcomes.add(threads.submit(() -> fixture.signer.sign(request)));
            }
        }
        for (int i = 0; i < 6; i++) {
            assertThat(outcomes.get(i).get()).isInstanceOf(SignDocumentOutcome.Signed.class);
            assertThat(Stranger.run(folder, "pdfsig", "-nocert", "many-" + i + ".pdf")
                            .said())
                    .contains("Signature is Valid.");
        }
    }

    private static SignDocumentOutcome outcome(PadesSigner signer) {
        return signer.sign(fixture.request(letter, "out.pdf", fixture.official, Optional.empty()));
    }

    private static PadesSigner signer(TimestampSource timestamps) {
        return new PadesSigner(fixture.token, timestamps, SigningLimits.DEFAULT, folder, fixture.clock);
    }

    private static void refused(SignDocumentOutcome outcome, SignRefusal reason) {
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        SignDocumentOutcome.Refused.class,
                        r -> assertThat(r.reason()).isEqualTo(reason));
        assertThat(folder.resolve("out.pdf")).doesNotExist();
    }
}
