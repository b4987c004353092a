package vn.lienthong.exchange.application.keeping;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import vn.lienthong.exchange.application.capacity.Gate;
import vn.lienthong.exchange.application.keypolicy.KeyUses;
import vn.lienthong.exchange.application.keypolicy.UsageMeter;
import vn.lienthong.exchange.application.remote.TestClock;
import vn.lienthong.exchange.application.signing.GrantedKeys;
import vn.lienthong.exchange.application.signing.SignDocumentCommand;
import vn.lienthong.exchange.application.signing.SignOfficialDocument;
import vn.lienthong.exchange.application.signing.SignedDocument;
import vn.lienthong.exchange.application.signing.SourceDocument;
import vn.lienthong.exchange.domain.account.Caller;
import vn.lienthong.exchange.domain.account.Role;
import vn.lienthong.exchange.domain.content.Sha256Digest;
import vn.lienthong.exchange.domain.keeping.KeptSignature;
import vn.lienthong.exchange.domain.keypolicy.KeyPolicy;
import vn.lienthong.exchange.it.TestExchange;
import vn.lienthong.signer.algorithm.SignatureScheme;
import vn.lienthong.signer.sign.AdesLimits;
import vn.lienthong.signer.sign.SignatureDetails;
import vn.lienthong.signer.sign.SignatureForm;
import vn.lienthong.signer.sign.SignatureLevel;
import vn.lienthong.signer.sign.ades.AdesFixture;
import vn.lienthong.signer.sign.ades.AdesSigner;
import vn.lienthong.signer.testpki.Profile;
import vn.lienthong.signer.timestamp.ExpectedAnswer;
import vn.lienthong.signer.timestamp.HttpTimestampSource;
import vn.lienthong.signer.timestamp.LocalTimestampSource;
import vn.lienthong.signer.timestamp.NonceSource;
import vn.lienthong.signer.timestamp.RandomSerialNumbers;
import vn.lienthong.signer.timestamp.TimestampAuthority;
import vn.lienthong.signer.timestamp.TimestampPolicy;
import vn.lienthong.signer.timestamp.TimestampSource;
import vn.lienthong.signer.timestamp.TimestampTrust;
import vn.lienthong.signer.token.CertifiedKey;

/** Signing into the server's care over a real database, with authorities that can be taken away. */
final class KeepingFixture {
    final TestClock clock = new TestClock();
    final TestExchange exchange;
    final AdesFixture ades;
    final KeptRecords records;
    final CompleteSignatures completing;
    final Caller signer;
    private final Path folder;
    private final AtomicReference<TimestampSource> authority = new AtomicReference<>();
    private final SignOfficialDocument signing;
    private final CertifiedKey key;

    KeepingFixture(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder.resolve("ades"));
        exchange = TestExchange.in(folder, 8);
        ades = new AdesFixture(this.folder);
        key = ades.key(SignatureScheme.ECDSA_SHA256);
        signer = new Caller(exchange.province.name(), Caller.Kind.SYSTEM, Set.of(), Set.of(Role.SIGN));
        exchange.register.keyGrant("it", signer.name(), key.alias().value());
        exchange.register.firstKeyPolicy(
                "it", exchange.ids.next(), KeyPolicy.open(key.alias().value()));
        authorityBack();

        AdesSigner signer =
                ades.signer(imprint -> authority.get().timestamp(imprint), ades.revocation(), AdesLimits.DEFAULT);
        UsageMeter meter = new UsageMeter(exchange.unitOfWork, exchange.ids, clock, "keeping");
        signing = new SignOfficialDocument(
                new GrantedKeys(exchange.unitOfWork, alias -> Optional.of(key), clock),
                new KeyUses(exchange.unitOfWork, exchange.useRecords, meter, () -> "it-request", clock),
                signer,
                exchange.unitOfWork,
                clock,
                exchange.ids,
                this.folder,
                new Gate(4, Duration.ofSeconds(5)),
                new TakeIntoCare(exchange.store, exchange.ids, clock));
        completing = new CompleteSignatures(
                exchange.unitOfWork, exchange.store, signer.augmenter(), exchange.ids, this.folder, clock);
        records = new KeptRecords(exchange.unitOfWork, exchange.store);
    }

    void authorityBack() {
        authority.set(ades.timestamps());
    }

    /** Nobody listens at its address. */
    void authorityAway() {
        authority.set(new HttpTimestampSource(
                HttpClient.newHttpClient(),
                URI.create("http://127.0.0.1:9/tsa"),
                new ExpectedAnswer(
                        new TimestampTrust(List.of(ades.pki.root())),
                        Optional.empty(),
                        clock,
                        ExpectedAnswer.TOLERANCE),
                NonceSource.of(new SecureRandom()),
                Duration.ofSeconds(2)));
    }

    /** Another authority answers, whose certificate ends then. */
    void authorityUntil(Duration end) {
        Profile profile = Profile.timestamping("TSA ngắn hạn")
                .withScheme(SignatureScheme.ECDSA_SHA256)
                .valid(Duration.ofHours(-1), end);
        CertifiedKey tsa = ades.token.put("tsa-" + end.toDays(), ades.pki.issue(profile));
        authority.set(new LocalTimestampSource(new TimestampAuthority(
                new TimestampPolicy("1.3.6.1.4.1.99999.1.1", Duration.ofSeconds(1)),
                tsa,
                ades.token,
                new RandomSerialNumbers(new SecureRandom()),
                Clock.systemUTC())));
    }

    void listsAway() throws IOException {
        Files.delete(folder.resolve("crls/issuing.crl"));
        Files.delete(folder.resolve("crls/root.crl"));
    }

    void listsBack() throws IOException {
        ades.writeCrls();
    }

    KeptSignature sign(SignatureForm form, SignatureLevel level) {
        List<SourceDocument> documents = ades.documents(form).stream()
                .map(document -> new SourceDocument(document, Sha256Digest.of(new byte[32])))
                .toList();
        SignDocumentCommand command = new SignDocumentCommand(
                documents,
                key.alias(),
                Optional.empty(),
                form,
                level,
                Optional.empty(),
                SignatureDetails.NONE,
                Optional.empty(),
                Optional.empty(),
                true);
        try (SignedDocument signed = signing.sign(signer, command)) {
            return signed.kept().orElseThrow();
        }
    }

    /** After so long all that is due is tried. */
    KeptSignature after(Duration wait, KeptSignature kept) {
        clock.advance(wait);
        while (completing.run()) {
            // until nothing is due
        }
        return records.find(signer, kept.id());
    }

    /** A version as a file. */
    Path file(KeptSignature.Version version) throws IOException {
        Path file = folder.resolve("version-" + version.content().digest().hex());
        if (!Files.exists(file)) {
            try (var octets = records.open(version)) {
                Files.copy(octets, file);
            }
        }
        return file;
    }
}
