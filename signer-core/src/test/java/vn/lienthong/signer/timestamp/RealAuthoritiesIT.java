package vn.lienthong.signer.timestamp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.signer.algorithm.Digest;
import vn.lienthong.signer.algorithm.DigestAlgorithm;
import vn.lienthong.signer.asking.Breaker;
import vn.lienthong.signer.testpki.Issued;
import vn.lienthong.signer.testpki.Pem;
import vn.lienthong.signer.testpki.Profile;
import vn.lienthong.signer.testpki.Stranger;
import vn.lienthong.signer.testpki.TestPki;
import vn.lienthong.signer.timestamp.TimestampOutcome.DownReason;
import vn.lienthong.signer.timestamp.TimestampOutcome.Granted;
import vn.lienthong.signer.timestamp.TimestampOutcome.TimestampDown;

/** Authorities on loopback: ours, OpenSSL's, a dead one, one that hangs, and ones that lie. */
class RealAuthoritiesIT {
    private static final Digest IMPRINT = DigestAlgorithm.SHA256.digest(new byte[] {7});
    private static final Duration DEADLINE = Duration.ofMillis(700);

    private final AuthorityFixture fixture = new AuthorityFixture();
    private final HttpClient client = HttpClient.newHttpClient();

    @TempDir
    Path folder;

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void asksPastTheDeadTheHungAndTheLyingOne() throws IOException {
        try (LoopbackAuthority own = new LoopbackAuthority(this::own);
                LoopbackAuthority lying = new LoopbackAuthority(
                        LyingAuthority.honest(signer()).at(AuthorityFixture.NOW.minusSeconds(3600))::answer);
                ServerSocket hung = new ServerSocket(0)) {
            TimestampSource all = new FailoverTimestampSource(
                    List.of(
                            guarded(URI.create("http://127.0.0.1:1/tsa")),
                            guarded(URI.create("http://127.0.0.1:" + hung.getLocalPort() + "/tsa")),
                            guarded(lying.at("/tsa")),
                            guarded(own.at("/tsa"))),
                    Duration.ofSeconds(10),
                    System::nanoTime);
            for (int i = 0; i < 6; i++) {
                assertThat(all.timestamp(IMPRINT)).isInstanceOf(Granted.class);
            }
            assertThat(lying.asked()).isEqualTo(Breaker.FAILURES);
            assertThat(own.asked()).isEqualTo(6);
            long began = System.nanoTime();
            assertThat(all.timestamp(IMPRINT)).isInstanceOf(Granted.class);
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(DEADLINE);
        }
    }

    @Test
    void endsWithinTheTotalThoughAllHang() throws IOException {
        try (ServerSocket hung = new ServerSocket(0)) {
            URI address = URI.create("http://127.0.0.1:" + hung.getLocalPort() + "/tsa");
            TimestampSource all = new FailoverTimestampSource(
                    List.of(guarded(address), guarded(address), guarded(address), guarded(address)),
                    Duration.ofSeconds(1),
                    System::nanoTime);
            long began = System.nanoTime();
            assertThat(all.timestamp(IMPRINT)).isInstanceOf(TimestampDown.class);
            assertThat(Duration.ofNanos(System.nanoTime() - began))
                    .isBetween(Duration.ofMillis(950), Duration.ofMillis(2500));
        }
    }

    @Test
    void believesOpensslAsAnAuthority() {
        Clock clock = Clock.systemUTC();
        TestPki pki = TestPki.at(clock.instant());
        OpensslAuthority openssl =
                OpensslAuthority.in(folder, pki.issue(Profile.timestamping("TSA OpenSSL")), "sha256");
        ExpectedAnswer expected = new ExpectedAnswer(
                new TimestampTrust(List.of(pki.root())), Optional.empty(), clock, ExpectedAnswer.TOLERANCE);
        try (LoopbackAuthority authority = new LoopbackAuthority(openssl::answer)) {
            TimestampSource source = new HttpTimestampSource(
                    client, authority.at("/tsa"), expected, NonceSource.of(new SecureRandom()), Duration.ofSeconds(20));
            assertThat(source.timestamp(IMPRINT))
                    .isInstanceOfSatisfying(
                            Granted.class,
                            granted ->
                                    assertThat(granted.token().messageImprint()).isEqualTo(IMPRINT));
        }
    }

    @Test
    void refusesOpensslNamingItsCertificateBySha1() {
        Clock clock = Clock.systemUTC();
        TestPki pki = TestPki.at(clock.instant());
        OpensslAuthority openssl = OpensslAuthority.in(folder, pki.issue(Profile.timestamping("TSA OpenSSL")), "sha1");
        ExpectedAnswer expected = new ExpectedAnswer(
                new TimestampTrust(List.of(pki.root())), Optional.empty(), clock, ExpectedAnswer.TOLERANCE);
        try (LoopbackAuthority authority = new LoopbackAuthority(openssl::answer)) {
            TimestampSource source = new HttpTimestampSource(
                    client, authority.at("/tsa"), expected, NonceSource.of(new SecureRandom()), Duration.ofSeconds(20));
            assertThat(source.timestamp(IMPRINT)).isInstanceOfSatisfying(TimestampDown.class, down -> {
                assertThat(down.reason()).isEqualTo(DownReason.NOT_TRUSTED);
                assertThat(down.detail()).contains("signing-certificate-v2");
            });
        }
    }

    @Test
    void takesAnHonestAnswerOfBouncyCastle() {
        assertThat(asked(LyingAuthority.honest(signer())::answer)).isInstanceOf(Granted.class);
    }

    @Test
    void refusesATimeThatIsNotNow() {
        LyingAuthority honest = LyingAuthority.honest(signer());
        refuses(honest.at(AuthorityFixture.NOW.plusSeconds(61)), DownReason.TIME_DIFFERS);
        refuses(honest.at(AuthorityFixture.NOW.minusSeconds(61)), DownReason.TIME_DIFFERS);
        assertThat(asked(honest.at(AuthorityFixture.NOW.plusSeconds(59))::answer))
                .isInstanceOf(Granted.class);
    }

    @Test
    void refusesAnExpiredCertificate() {
        refuses(
                LyingAuthority.honest(
                        fixture.pki.issue(Profile.timestamping("TSA").expired())),
                DownReason.NOT_TRUSTED);
    }

    @Test
    void refusesAKeyThatIsTooShort() {
        refuses(
                LyingAuthority.honest(
                        fixture.pki.issue(Profile.timestamping("TSA").weak())),
                DownReason.NOT_TRUSTED);
    }

    @Test
    void refusesASignatureOverSha1() {
        refuses(LyingAuthority.honest(signer()).signingBy("SHA1withRSA"), DownReason.NOT_TRUSTED);
    }

    @Test
    void refusesACertificateThatIsNamedBySha1() {
        refuses(LyingAuthority.honest(signer()).namingItsCertificateBy(TSPAlgorithms.SHA1), DownReason.NOT_TRUSTED);
    }

    @Test
    void refusesAnotherPolicyThanAskedFor() {
        try (LoopbackAuthority lying =
                new LoopbackAuthority(LyingAuthority.honest(signer()).under("1.2.3.4")::answer)) {
            TimestampSource source = new HttpTimestampSource(
                    client,
                    lying.at("/tsa"),
                    expected(Optional.of(AuthorityFixture.POLICY)),
                    NonceSource.of(new SecureRandom()),
                    Duration.ofSeconds(20));
            assertThat(source.timestamp(IMPRINT))
                    .isInstanceOfSatisfying(
                            TimestampDown.class,
                            down -> assertThat(down.reason()).isEqualTo(DownReason.ANSWER_DIFFERS));
        }
    }

    @Test
    void goesNowhereThatAnAnswerSendsItTo() {
        try (LoopbackAuthority own = new LoopbackAuthority(this::own)) {
            assertThat(guarded(own.at("/elsewhere")).timestamp(IMPRINT))
                    .isInstanceOfSatisfying(
                            TimestampDown.class,
                            down -> assertThat(down.reason()).isEqualTo(DownReason.NOT_AN_ANSWER));
            assertThat(own.asked()).isZero();
        }
        try (HttpClient following = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build()) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new HttpTimestampSource(
                            following,
                            URI.create("http://127.0.0.1/tsa"),
                            expected(Optional.empty()),
                            NonceSource.of(new SecureRandom()),
                            DEADLINE));
        }
    }

    private void refuses(LyingAuthority lying, DownReason reason) {
        assertThat(asked(lying::answer))
                .isInstanceOfSatisfying(
                        TimestampDown.class, down -> assertThat(down.reason()).isEqualTo(reason));
    }

    private TimestampOutcome asked(UnaryOperator<byte[]> answering) {
        try (LoopbackAuthority authority = new LoopbackAuthority(answering)) {
            return new HttpTimestampSource(
                            client,
                            authority.at("/tsa"),
                            expected(Optional.empty()),
                            NonceSource.of(new SecureRandom()),
                            Duration.ofSeconds(20))
                    .timestamp(IMPRINT);
        }
    }

    private TimestampSource guarded(URI address) {
        return new GuardedTimestampSource(
                address.toString(),
                new HttpTimestampSource(
                        client, address, expected(Optional.empty()), NonceSource.of(new SecureRandom()), DEADLINE),
                Optional.empty(),
                System::nanoTime);
    }

    private ExpectedAnswer expected(Optional<String> policy) {
        return new ExpectedAnswer(
                new TimestampTrust(List.of(fixture.pki.root())),
                policy,
                Clock.fixed(AuthorityFixture.NOW, ZoneOffset.UTC),
                ExpectedAnswer.TOLERANCE);
    }

    private byte[] own(byte[] query) {
        return fixture.authority.respond(query).response().toArray();
    }

    private Issued signer() {
        return fixture.pki.issue(Profile.timestamping("TSA Bouncy Castle"));
    }

    /** {@code openssl ts -reply} over files. */
    private record OpensslAuthority(Path folder) {

        static OpensslAuthority in(Path folder, Issued key, String essHash) {
            try {
                Pem.write(folder.resolve("tsa.pem"), List.of(key.certificate()));
                Pem.write(
                        folder.resolve("chain.pem"),
                        key.chain().subList(1, key.chain().size()));
                Files.writeString(
                        folder.resolve("tsa.key"),
                        "-----BEGIN PRIVATE KEY-----\n"
                                + Base64.getMimeEncoder()
                                        .encodeToString(key.privateKey().getEncoded())
                                + "\n-----END PRIVATE KEY-----\n");
                Files.writeString(folder.resolve("serial"), "01\n");
                Files.writeString(folder.resolve("tsa.cnf"), """
                        [tsa]
                        serial=serial
                        signer_cert=tsa.pem
                        certs=chain.pem
                        signer_key=tsa.key
                        signer_digest=sha256
                        default_policy=1.2.3.4.1
                        digests=sha256, sha384, sha512
                        accuracy=secs:1
                        ess_cert_id_chain=no
                        ess_cert_id_alg=%s
                        """.formatted(essHash));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return new OpensslAuthority(folder);
        }

        byte[] answer(byte[] query) {
            try {
                Files.write(folder.resolve("query.tsq"), query);
                Stranger said = Stranger.run(
                        folder,
                        "openssl",
                        "ts",
                        "-reply",
                        "-config",
                        "tsa.cnf",
                        "-section",
                        "tsa",
                        "-queryfile",
                        "query.tsq",
                        "-out",
                        "reply.tsr");
                if (said.exitStatus() != 0) {
                    throw new IllegalStateException(said.said());
                }
                return Files.readAllBytes(folder.resolve("reply.tsr"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
