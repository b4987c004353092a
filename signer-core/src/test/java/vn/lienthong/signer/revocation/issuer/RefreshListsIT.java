package vn.lienthong.signer.revocation.issuer;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import eu.europa.esig.dss.enumerations.CertificateStatus;
import eu.europa.esig.dss.model.x509.CertificateToken;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.signer.algorithm.SignatureScheme;
import vn.lienthong.signer.revocation.FolderCrlSource;
import vn.lienthong.signer.revocation.issuer.IssuerSources.ListAddress;
import vn.lienthong.signer.testpki.Issued;
import vn.lienthong.signer.testpki.Pem;
import vn.lienthong.signer.testpki.Profile;
import vn.lienthong.signer.testpki.Stranger;
import vn.lienthong.signer.testpki.TestPki;

/** RFC 5280 §5, §6.3: lists that are fetched into a folder, from an issuer's site and from who stands in its place. */
class RefreshListsIT {
    private static final Duration EVERY = Duration.ofHours(1);

    @TempDir
    Path folder;

    @TempDir
    Path openssl;

    private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private final TestPki pki = TestPki.at(now);
    private final Issued official = pki.issue(Profile.signer("Nguyễn Văn An").withScheme(SignatureScheme.ECDSA_SHA256));
    private final AtomicReference<byte[]> published = new AtomicReference<>(new byte[0]);
    private final AtomicInteger asked = new AtomicInteger();
    private HttpServer site;

    @BeforeEach
    void publish() throws IOException {
        site = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        site.createContext("/ca.crl", exchange -> {
            asked.incrementAndGet();
            byte[] list = published.get();
            exchange.sendResponseHeaders(list.length == 0 ? 503 : 200, list.length == 0 ? -1 : list.length);
            exchange.getResponseBody().write(list);
            exchange.close();
        });
        site.start();
    }

    @AfterEach
    void stop() {
        site.stop(0);
    }

    private RefreshLists at(Instant time, int maxBytes) {
        String address = "127.0.0.1:" + site.getAddress().getPort();
        ListAddress list = new ListAddress(
                URI.create("http://" + address + "/ca.crl"),
                Duration.ofSeconds(5),
                maxBytes,
                EVERY,
                Duration.ofHours(2));
        return new RefreshLists(
                folder,
                List.of(new IssuerSources("ca", pki.intermediate(), List.of(list), Optional.empty())),
                Set.of(address),
                Clock.fixed(time, ZoneOffset.UTC));
    }

    private Duration run(Instant time) throws IOException {
        return at(time, 1 << 20).run();
    }

    private Optional<CertificateStatus> status() {
        return Optional.ofNullable(new FolderCrlSource(folder)
                        .getRevocationToken(
                                new CertificateToken(official.certificate()), new CertificateToken(pki.intermediate())))
                .map(token -> token.getStatus());
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> f.toString().endsWith(".crl")).toList();
        }
    }

    /** What {@code openssl ca -gencrl} makes. */
    private byte[] opensslList(String number, boolean revoked) throws IOException {
        Files.writeString(openssl.resolve("crlnumber"), number + "\n");
        Files.writeString(
                openssl.resolve("index.txt"),
                revoked
                        ? "R\t391231235959Z\t250101000000Z\t0"
                                + official.certificate()
                                        .getSerialNumber()
                                        .toString(16)
                                        .toUpperCase(Locale.ROOT) + "\tunknown\t/CN=x\n"
                        : "");
        Files.writeString(openssl.resolve("ca.cnf"), """
                [ca]
                default_ca = c
                [c]
                database = index.txt
                crlnumber = crlnumber
                default_md = sha256
                default_crl_days = 3
                crl_extensions = e
                [e]
                authorityKeyIdentifier = keyid
                """);
        Pem.write(openssl.resolve("ca.pem"), List.of(pki.intermediate()));
        Pem.write(openssl.resolve("ca.key"), pki.issuing().privateKey());
        Stranger made = Stranger.run(
                openssl,
                "openssl",
                "ca",
                "-config",
                "ca.cnf",
                "-gencrl",
                "-cert",
                "ca.pem",
                "-keyfile",
                "ca.key",
                "-out",
                "list.pem");
        assertThat(made.exitStatus()).as(made.said()).isZero();
        Stranger der =
                Stranger.run(openssl, "openssl", "crl", "-in", "list.pem", "-outform", "DER", "-out", "list.crl");
        assertThat(der.exitStatus()).as(der.said()).isZero();
        return Files.readAllBytes(openssl.resolve("list.crl"));
    }

    @Test
    void takesTheListsOfOpenssl() throws IOException {
        published.set(opensslList("0A", false));
        Instant then = Instant.now();
        assertThat(run(then)).isBetween(Duration.ofMinutes(1), Duration.ofMinutes(15));
        assertThat(status()).contains(CertificateStatus.GOOD);
        byte[] first = Files.readAllBytes(files().get(0));
        published.set(opensslList("0B", true));
        run(then.plus(Duration.ofMinutes(30)));
        assertThat(status()).as("not due yet").contains(CertificateStatus.GOOD);
        run(then.plus(EVERY));
        assertThat(status()).contains(CertificateStatus.REVOKED);
        published.set(first);
        run(then.plus(EVERY.multipliedBy(2)));
        assertThat(asked).hasValue(3);
        assertThat(status()).as("a smaller number is a replay").contains(CertificateStatus.REVOKED);
        assertThat(files()).hasSize(1);
    }

    @Test
    void keepsWhatItHasWhileTheIssuerIsAwayAndAsksLessOften() throws IOException {
        published.set(pki.crl());
        run(now);
        published.set(new byte[0]);
        RefreshLists later = at(now.plus(EVERY), 1 << 20);
        assertThat(later.run()).isEqualTo(Duration.ofMinutes(1));
        later.run();
        assertThat(asked).as("not before its time").hasValue(2);
        assertThat(status()).contains(CertificateStatus.GOOD);
    }

    @Test
    void looksAgainBeforeTheNextUpdate() throws IOException {
        published.set(pki.crl(now.minus(EVERY), now.plus(Duration.ofMinutes(150))));
        run(now);
        published.set(pki.crl(now, now.plus(Duration.ofDays(1))));
        run(now.plus(Duration.ofMinutes(31)));
        assertThat(asked).hasValue(2);
    }

    @Test
    void takesNothingElse() throws IOException {
        Instant hourAgo = now.minus(EVERY);
        byte[] honest = pki.crl();
        byte[] changed = honest.clone();
        changed[honest.length - 3] ^= 1;
        byte[] longer = Arrays.copyOf(honest, honest.length + 1);
        for (byte[] other : List.of(
                changed,
                longer,
                new byte[] {0x30, 0x00},
                "<html>down for maintenance</html>".getBytes(StandardCharsets.UTF_8),
                TestPki.at(now).crl(), // a twin's: the same name, another key
                pki.rootCrl(),
                pki.crl(hourAgo.minus(Duration.ofDays(9)), hourAgo),
                pki.crl(now.plus(EVERY), now.plus(Duration.ofDays(1))))) {
            published.set(other);
            run(now);
            assertThat(files()).isEmpty();
        }
        published.set(honest);
        at(now, honest.length - 1).run();
        assertThat(files()).as("larger than allowed").isEmpty();
        run(now);
        assertThat(files()).hasSize(1);
    }

    @Test
    void oneNodeAtATime() throws IOException {
        published.set(pki.crl());
        try (FileChannel other = FileChannel.open(
                        folder.resolve(".refresh.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var turn = other.lock()) {
            assertThat(turn.isValid()).isTrue();
            assertThat(run(now)).isEqualTo(Duration.ofSeconds(30));
        }
        assertThat(asked).hasValue(0);
        run(now);
        at(now.plusSeconds(1), 1 << 20).run();
        assertThat(asked).as("what one node looked at, another one need not").hasValue(1);
    }
}
