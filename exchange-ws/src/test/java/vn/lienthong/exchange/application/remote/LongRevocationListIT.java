package vn.lienthong.exchange.application.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.management.JMException;
import javax.management.ObjectName;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.exchange.application.capacity.Gate;
import vn.lienthong.exchange.application.remote.RemoteSigning.Official;
import vn.lienthong.exchange.domain.account.OpaqueToken;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.FailureException;
import vn.lienthong.exchange.domain.oauth.OAuthClient;
import vn.lienthong.exchange.domain.remote.DocumentHash;
import vn.lienthong.signer.algorithm.SignatureScheme;
import vn.lienthong.signer.revocation.RevocationSources;
import vn.lienthong.signer.sign.SignatureLevel;
import vn.lienthong.signer.sign.ades.DigestSigner;
import vn.lienthong.signer.testpki.Profile;
import vn.lienthong.signer.testpki.TestPki;
import vn.lienthong.signer.timestamp.LocalTimestampSource;
import vn.lienthong.signer.timestamp.RandomSerialNumbers;
import vn.lienthong.signer.timestamp.TimestampAuthority;
import vn.lienthong.signer.timestamp.TimestampPolicy;
import vn.lienthong.signer.timestamp.TimestampSource;

/**
 * Signatures that carry a revocation list of 5 MB each, under one authorisation: what was made waits in files. How many there
 * are can be set: {@code -Dsigndoc.digests=100} is the most that a request may ask for.
 */
class LongRevocationListIT {
    private static final int DIGESTS = Integer.getInteger("signdoc.digests", 4);
    private static final int LIST = 5 << 20;
    private static final int REVOKED = 115_000;

    @TempDir
    Path folder;

    private RemoteSigning remote;
    private OAuthClient client;
    private Official official;
    private SignAuthorizedDocuments documents;
    private long lists;

    @BeforeEach
    void publish() throws Exception {
        remote = new RemoteSigning(folder);
        client = remote.client(true, "s".repeat(32));
        official = remote.official();
        TestPki authority = remote.authority(official);
        authority.revokeMany(REVOKED, remote.clock.instant());
        Path published = Files.createDirectory(folder.resolve("lists"));
        Files.write(published.resolve("users.crl"), authority.crl());
        Files.write(published.resolve("root.crl"), authority.rootCrl());
        assertThat(published.resolve("users.crl"))
                .satisfies(list -> assertThat(Files.size(list)).isGreaterThan(LIST));
        lists = Files.size(folder.resolve("lists/users.crl")) + Files.size(folder.resolve("lists/root.crl"));
        TimestampSource timestamps = new LocalTimestampSource(new TimestampAuthority(
                new TimestampPolicy("1.3.6.1.4.1.99999.1.1", Duration.ofSeconds(1)),
                remote.token.put(
                        "tsa", authority.issue(Profile.timestamping("TSA").withScheme(SignatureScheme.ECDSA_SHA256))),
                remote.token,
                new RandomSerialNumbers(new SecureRandom()),
                remote.clock));
        documents = remote.documentSigner(
                remote.token,
                timestamps,
                authority.root(),
                RevocationSources.folder(published),
                new Gate(2, Duration.ofSeconds(5)),
                "node-a");
    }

    @Test
    void staysOutOfTheHeap() throws Exception {
        sign(1, true, Long.MAX_VALUE).close(); // what is kept for all of them is there
        long before = used();
        try (MadeSignatures made = sign(DIGESTS, true, Long.MAX_VALUE)) {
            assertThat(made.signatures())
                    .hasSize(DIGESTS)
                    .allSatisfy(signature -> assertThat(signature.length()).isGreaterThan(LIST));
            assertThat(leastUsed(before + LIST) - before)
                    .as(() -> "held: " + histogram())
                    .isLessThan(LIST);
            // Each list is in it once, however many signatures need it; the rest are certificates.
            assertThat(made.material().orElseThrow().length()).isBetween(lists, lists + (1 << 16));
            List<Integer> lengths = new ArrayList<>();
            made.material().orElseThrow().each(SpooledMaterial.Kind.CRL, (octets, length) -> {
                octets.skipNBytes(length);
                lengths.add(length);
            });
            assertThat(lengths).hasSize(2).anyMatch(length -> length > LIST);
        }
        try (var left = Files.list(folder)) {
            assertThat(left.map(path -> path.getFileName().toString())).noneMatch(name -> name.startsWith("signed-"));
        }
    }

    @Test
    void endsWhereTheAnswerWouldBeTooLargeToBeKept() throws Exception {
        int before = remote.token.signatures();
        assertThatThrownBy(() -> sign(3, false, LIST))
                .isInstanceOfSatisfying(
                        FailureException.class,
                        e -> assertThat(e.failure().code()).isEqualTo(FailureCode.ANSWER_TOO_LARGE));
        // The first signature and its timestamp: nothing was signed that could not be handed out any more.
        assertThat(remote.token.signatures() - before).isEqualTo(2);
        try (var left = Files.list(folder)) {
            assertThat(left.map(path -> path.getFileName().toString())).noneMatch(name -> name.startsWith("signed-"));
        }
    }

    private MadeSignatures sign(int count, boolean withMaterial, long mostOctets) {
        DocumentHash[] hashes = RemoteSigning.hashes(count);
        OpaqueToken sad = remote.sad(official, client, count, hashes);
        List<WantedSignature> wanted = new ArrayList<>();
        for (DocumentHash hash : hashes) {
            wanted.add(new WantedSignature.OfDigest(
                    hash, SignatureScheme.ECDSA_SHA256, SignatureLevel.BASELINE_LT, DigestSigner.Content.ANY));
        }
        return documents.sign(new DocumentSigningRequest(
                client.id(), official.credentialId(), sad, wanted, withMaterial, mostOctets));
    }

    /**
     * What other classes' tests left running in this JVM takes room and gives it back at times of its own: what stays is looked
     * for, for some seconds.
     */
    private static long leastUsed(long enough) throws InterruptedException {
        long least = used();
        for (int i = 0; i < 20 && least >= enough; i++) {
            Thread.sleep(500);
            least = Math.min(least, used());
        }
        return least;
    }

    private static String histogram() {
        try {
            String classes = (String) ManagementFactory.getPlatformMBeanServer()
                    .invoke(
                            new ObjectName("com.sun.management:type=DiagnosticCommand"),
                            "gcClassHistogram",
                            new Object[] {new String[0]},
                            new String[] {String[].class.getName()});
            return classes.lines().limit(25).collect(Collectors.joining("\n"));
        } catch (JMException e) {
            return e.toString();
        }
    }

    private static long used() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
