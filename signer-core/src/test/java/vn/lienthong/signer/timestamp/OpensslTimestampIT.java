package vn.lienthong.signer.timestamp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lienthong.signer.algorithm.SignatureScheme;
import vn.lienthong.signer.testpki.KeysInMemory;
import vn.lienthong.signer.testpki.Pem;
import vn.lienthong.signer.testpki.Profile;
import vn.lienthong.signer.testpki.Stranger;
import vn.lienthong.signer.testpki.TestPki;
import vn.lienthong.signer.token.CertifiedKey;

/** OpenSSL asks the authority and believes its answers. */
class OpensslTimestampIT {
    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(names = {"RSA_PKCS1_SHA256", "RSA_PKCS1_SHA512", "ECDSA_SHA256", "ECDSA_SHA384"})
    void opensslVerifiesTheToken(SignatureScheme scheme) throws Exception {
        Clock clock = Clock.systemUTC();
        TestPki pki = TestPki.at(clock.instant());
        TimestampAuthority authority = authority(pki, scheme, clock);
        Files.writeString(folder.resolve("document"), "Công văn số 123/UBND-VP");
        Pem.write(folder.resolve("root.pem"), List.of(pki.root()));
        openssl("ts", "-query", "-data", "document", "-sha256", "-cert", "-out", "request.tsq");

        byte[] request = Files.readAllBytes(folder.resolve("request.tsq"));
        Files.write(
                folder.resolve("reply.tsr"),
                authority.respond(request).response().toArray());

        Stranger verdict =
                openssl("ts", "-verify", "-queryfile", "request.tsq", "-in", "reply.tsr", "-CAfile", "root.pem");
        assertThat(verdict.said()).contains("Verification: OK");
        assertThat(openssl("ts", "-verify", "-data", "document", "-in", "reply.tsr", "-CAfile", "root.pem")
                        .said())
                .contains("Verification: OK");
        Files.writeString(folder.resolve("document"), "Công văn số 124/UBND-VP");
        assertThat(openssl("ts", "-verify", "-data", "document", "-in", "reply.tsr", "-CAfile", "root.pem")
                        .exitStatus())
                .isNotZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-sha3-256", "-sha3-384", "-sha3-512"})
    void opensslHasSha3ImprintsStamped(String hash) throws Exception {
        Clock clock = Clock.systemUTC();
        TestPki pki = TestPki.at(clock.instant());
        TimestampAuthority authority = authority(pki, SignatureScheme.ECDSA_SHA256, clock);
        Files.writeString(folder.resolve("document"), "Công văn số 123/UBND-VP");
        Pem.write(folder.resolve("root.pem"), List.of(pki.root()));
        openssl("ts", "-query", "-data", "document", hash, "-cert", "-out", "request.tsq");
        byte[] request = Files.readAllBytes(folder.resolve("request.tsq"));
        Files.write(
                folder.resolve("reply.tsr"),
                authority.respond(request).response().toArray());
        assertThat(openssl("ts", "-verify", "-data", "document", "-in", "reply.tsr", "-CAfile", "root.pem")
                        .said())
                .contains("Verification: OK");
    }

    @Test
    void opensslReadsTheRejection() throws Exception {
        Clock clock = Clock.systemUTC();
        TimestampAuthority authority = authority(TestPki.at(clock.instant()), SignatureScheme.ECDSA_SHA256, clock);
        Files.writeString(folder.resolve("document"), "x");
        openssl("ts", "-query", "-data", "document", "-sha1", "-out", "request.tsq");
        byte[] request = Files.readAllBytes(folder.resolve("request.tsq"));
        Files.write(
                folder.resolve("reply.tsr"),
                authority.respond(request).response().toArray());
        assertThat(openssl("ts", "-reply", "-in", "reply.tsr", "-text").said())
                .contains("Status: Rejected", "unrecognized or unsupported algorithm identifier");
    }

    private static TimestampAuthority authority(TestPki pki, SignatureScheme scheme, Clock clock) {
        KeysInMemory token = new KeysInMemory();
        CertifiedKey key =
                token.put("tsa", pki.issue(Profile.timestamping("TSA").withScheme(scheme)));
        return new TimestampAuthority(
                new TimestampPolicy(AuthorityFixture.POLICY, Duration.ofMillis(1500)),
                key,
                token,
                new RandomSerialNumbers(new SecureRandom()),
                clock);
    }

    private Stranger openssl(String... arguments) {
        String[] command = new String[arguments.length + 1];
        command[0] = "openssl";
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        return Stranger.run(folder, command);
    }
}
