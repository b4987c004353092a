package vn.lienthong.signer.sign.pades;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import vn.lienthong.signer.algorithm.SignatureScheme;
import vn.lienthong.signer.seal.Length;
import vn.lienthong.signer.seal.Placement;
import vn.lienthong.signer.seal.VisibleSignature;
import vn.lienthong.signer.seal.sample.SampleSeal;
import vn.lienthong.signer.seal.sample.SampleSignature;
import vn.lienthong.signer.sign.SignDocumentOutcome;
import vn.lienthong.signer.sign.SignRequest;
import vn.lienthong.signer.sign.SignatureDetails;
import vn.lienthong.signer.sign.SignatureLevel;
import vn.lienthong.signer.sign.SigningLimits;
import vn.lienthong.signer.testpki.KeysInMemory;
import vn.lienthong.signer.testpki.Profile;
import vn.lienthong.signer.testpki.TestPki;
import vn.lienthong.signer.timestamp.LocalTimestampSource;
import vn.lienthong.signer.timestamp.RandomSerialNumbers;
import vn.lienthong.signer.timestamp.TimestampAuthority;
import vn.lienthong.signer.timestamp.TimestampPolicy;
import vn.lienthong.signer.token.CertifiedKey;

/** An official, an agency and a time-stamping authority with keys in memory. */
final class SigningFixture {
    static final String AGENCY = "ỦY BAN NHÂN DÂN TỈNH BẮC KẠN";

    final Clock clock = Clock.systemUTC();
    final TestPki pki = TestPki.at(Instant.now(clock));
    final KeysInMemory token = new KeysInMemory();
    final CertifiedKey official = token.put("official", pki.issue(Profile.signer(OfficialLetter.SIGNER)));
    final CertifiedKey agency =
            token.put("agency", pki.issue(Profile.signer(AGENCY).withScheme(SignatureScheme.ECDSA_SHA256)));
    final CertifiedKey tsa = token.put(
            "tsa", pki.issue(Profile.timestamping("TSA thử nghiệm").withScheme(SignatureScheme.ECDSA_SHA256)));
    final TimestampAuthority authority = new TimestampAuthority(
            new TimestampPolicy("1.3.6.1.4.1.99999.1.1", Duration.ofSeconds(1)),
            tsa,
            token,
            new RandomSerialNumbers(new SecureRandom()),
            clock);
    final Path folder;
    final PadesSigner signer;

    SigningFixture(Path folder) {
        this.folder = folder;
        this.signer = signer(SigningLimits.DEFAULT);
    }

    PadesSigner signer(SigningLimits limits) {
        return new PadesSigner(token, new LocalTimestampSource(authority), limits, folder, clock);
    }

    SignDocumentOutcome sign(Path document, String signed, CertifiedKey key, VisibleSignature appearance) {
        return signer.sign(request(document, signed, key, Optional.of(appearance)));
    }

    SignRequest request(Path document, String signed, CertifiedKey key, Optional<VisibleSignature> appearance) {
        return new SignRequest(
                document,
                folder.resolve(signed),
                key,
                SignatureLevel.BASELINE_T,
                new SignatureDetails(OfficialLetter.SIGNER, "Ký ban hành văn bản", "Bắc Kạn", ""),
                appearance);
    }

    static VisibleSignature officialSignature() {
        return new VisibleSignature.OfficialSignature(
                SampleSignature.png(), new Placement.AboveName(OfficialLetter.SIGNER));
    }

    static VisibleSignature agencySeal() {
        return new VisibleSignature.AgencySeal(
                SampleSeal.png("ỦY BAN NHÂN DÂN", "BẮC KẠN", "TỈNH", "BẮC KẠN"),
                Length.ofMillimetres(36),
                AGENCY,
                new Placement.OverOfficialSignature());
    }
}
