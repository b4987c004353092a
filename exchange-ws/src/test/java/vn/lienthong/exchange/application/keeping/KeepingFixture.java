package vn.lienthong.exchange.application.keeping;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import vn.lienthong.exchange.application.capacity.Gate;
import vn.lienthong.exchange.application.keypolicy.KeyUses;
import vn.lienthong.exchange.application.keypolicy.TalliedToken;
import vn.lienthong.exchange.application.keypolicy.UsageMeter;
import vn.lienthong.exchange.application.remote.TestClock;
import vn.lienthong.exchange.application.signing.GrantedKeys;
import vn.lienthong.exchange.application.signing.SignDocumentCommand;
import vn.lienthong.exchange.application.signing.SignOfficialDocument;
import vn.lienthong.exchange.application.signing.SignedDocument;
import vn.lienthong.exchange.application.signing.SourceDocument;
import vn.lienthong.exchange.domain.account.Caller;
import vn.lienthong.exchange.domain.account.Role;
import vn.lienthong.exchange.domain.audit.Deed;
import vn.lienthong.exchange.domain.content.Sha256Digest;
import vn.lienthong.exchange.domain.keeping.KeptSignature;
import vn.lienthong.exchange.domain.keypolicy.KeyPolicy;
import vn.lienthong.exchange.domain.keypolicy.SigningHours;
import vn.lienthong.exchange.domain.ledger.IdSource;
import vn.lienthong.exchange.it.TestExchange;
import vn.lienthong.signer.algorithm.SignatureScheme;
import vn.lienthong.signer.seal.Placement;
import vn.lienthong.signer.seal.VisibleSignature;
import vn.lienthong.signer.seal.sample.SampleSignature;
import vn.lienthong.signer.sign.AdesLimits;
import vn.lienthong.signer.sign.NamedDocument;
import vn.lienthong.signer.sign.SignatureDetails;
import vn.lienthong.signer.sign.SignatureForm;
import vn.lienthong.signer.sign.SignatureLevel;
import vn.lienthong.signer.sign.SigningLimits;
import vn.lienthong.signer.sign.ades.AdesFixture;
import vn.lienthong.signer.sign.ades.AdesSigner;
import vn.lienthong.signer.sign.augment.SignatureAugmenter;
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
import vn.lienthong.signer.token.KeyAlias;
import vn.lienthong.signer.token.SigningToken;
import vn.lienthong.signer.token.TokenPool;
import vn.lienthong.signer.token.TokenPoolConfig;
import vn.lienthong.signer.token.cryptoki.KeyPairSpec;
import vn.lienthong.signer.token.cryptoki.SoftHsm;

/**
 * Signing into the server's care with keys in a SoftHSM token, over a real database, with authorities that can be taken away.
 */
final class KeepingFixture implements AutoCloseable {
    private static final String OFFICIAL = "official";
    private static final String AUTHORITY = "tsa";
    private static final String OTHER_AUTHORITY = "tsa-other";

    final TestClock clock = new TestClock();
    final TestExchange exchange;
    final AdesFixture ades;
    final KeptRecords records;
    final CompleteSignatures completing;
    final SetAsideSignatures setAside;
    final Caller signer;
    private final Path folder;
    private final SignatureAugmenter augmenter;
    private final AtomicReference<TimestampSource> authority = new AtomicReference<>();
    private final SignOfficialDocument signing;
    private final CertifiedKey key;
    private final String label = "keeping-" + UUID.randomUUID().toString().substring(0, 8);
    private final CountingToken device;
    private final SigningToken token;
    private final TimestampSource usual;
    private final PublicKey other;

    KeepingFixture(Path folder) throws Exception {
        this.folder = Files.createDirectories(folder.resolve("ades"));
        exchange = TestExchange.in(folder, 8);
        ades = new AdesFixture(this.folder);
        SoftHsm hsm = SoftHsm.instanceBesideServers();
        hsm.createToken(label);
        PublicKey official = hsm.createKey(label, OFFICIAL, KeyPairSpec.EC_P256);
        PublicKey tsa = hsm.createKey(label, AUTHORITY, KeyPairSpec.EC_P256);
        other = hsm.createKey(label, OTHER_AUTHORITY, KeyPairSpec.EC_P256);
        device = new CountingToken(
                TokenPool.open(hsm.driver(label), SoftHsm.pin(), TokenPoolConfig.DEFAULT, Clock.systemUTC()));
        token = new TalliedToken(device);
        key = certified(OFFICIAL, official, Profile.signer("Nguyễn Văn An"));
        usual = authority(certified(AUTHORITY, tsa, Profile.timestamping("TSA")));
        signer = new Caller(exchange.province.name(), Caller.Kind.SYSTEM, Set.of(), Set.of(Role.SIGN));
        exchange.register.keyGrant("it", signer.name(), key.alias().value());
        exchange.register.firstKeyPolicy(
                "it", exchange.ids.next(), KeyPolicy.open(key.alias().value()));
        authorityBack();

        AdesSigner signer = new AdesSigner(
                token,
                imprint -> authority.get().timestamp(imprint),
                ades.anchors(),
                ades.revocation(),
                SigningLimits.DEFAULT,
                AdesLimits.DEFAULT,
                this.folder,
                Clock.systemUTC());
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
        augmenter = signer.augmenter();
        completing = worker(exchange.ids);
        setAside = new SetAsideSignatures(exchange.unitOfWork, clock);
        records = new KeptRecords(exchange.unitOfWork, exchange.store);
    }

    /** A worker that names its claims and files so. */
    CompleteSignatures worker(IdSource ids) {
        return new CompleteSignatures(exchange.unitOfWork, exchange.store, augmenter, ids, folder, clock);
    }

    @Override
    public void close() {
        token.close();
    }

    private CertifiedKey certified(String alias, PublicKey publicKey, Profile profile) throws Exception {
        SignatureScheme scheme = SignatureScheme.ECDSA_SHA256;
        return new CertifiedKey(new KeyAlias(alias), scheme, ades.pki.certify(publicKey, profile.withScheme(scheme)));
    }

    private TimestampSource authority(CertifiedKey tsa) {
        return new LocalTimestampSource(new TimestampAuthority(
                new TimestampPolicy("1.3.6.1.4.1.99999.1.1", Duration.ofSeconds(1)),
                tsa,
                token,
                new RandomSerialNumbers(new SecureRandom()),
                Clock.systemUTC()));
    }

    void authorityBack() {
        authority.set(usual);
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
    void authorityUntil(Duration end) throws Exception {
        Profile profile = Profile.timestamping("TSA ngắn hạn").valid(Duration.ofHours(-1), end);
        authority.set(authority(certified(OTHER_AUTHORITY, other, profile)));
    }

    void listsAway() throws IOException {
        Files.delete(folder.resolve("crls/issuing.crl"));
        Files.delete(folder.resolve("crls/root.crl"));
    }

    void listsBack() throws IOException {
        ades.writeCrls();
    }

    KeptSignature sign(SignatureForm form, SignatureLevel level) {
        try (SignedDocument signed = signing.sign(signer, command(form, level, true))) {
            return signed.kept().orElseThrow();
        }
    }

    /** The same for a document that is only handed out. */
    void handOut(SignatureForm form, SignatureLevel level) {
        signing.sign(signer, command(form, level, false)).close();
    }

    private SignDocumentCommand command(SignatureForm form, SignatureLevel level, boolean kept) {
        List<SourceDocument> documents = ades.documents(form).stream()
                .map(document -> new SourceDocument(document, Sha256Digest.of(new byte[32])))
                .toList();
        return new SignDocumentCommand(
                documents,
                key.alias(),
                Optional.empty(),
                form,
                level,
                Optional.empty(),
                SignatureDetails.NONE,
                Optional.empty(),
                Optional.empty(),
                kept);
    }

    /** How often the device signed with the official's key. */
    long deviceSignatures() {
        return device.signatures(key.alias());
    }

    /** How often it was used, as its quota counts. */
    long charged() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), SigningHours.VIETNAM);
        return exchange.unitOfWork
                .reading(ledger -> ledger.usage().usage(key.alias().value(), today))
                .inAll();
    }

    /** The audit log's entries of that deed, in their order. */
    List<String> entries(Deed deed) throws SQLException {
        try (var connection = exchange.owner.getConnection();
                var statement =
                        connection.prepareStatement("select body from audit_entry where body like ? order by id")) {
            statement.setString(1, "%\"" + deed.name().toLowerCase(Locale.ROOT).replace('_', '-') + "\"%");
            List<String> bodies = new ArrayList<>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    bodies.add(rows.getString(1));
                }
            }
            return bodies;
        }
    }

    /** A PDF whose maker left a field for the signature. */
    KeptSignature sign(Path pdf, String field, SignatureLevel level) {
        SignDocumentCommand command = new SignDocumentCommand(
                List.of(new SourceDocument(new NamedDocument("cong-van.pdf", pdf), Sha256Digest.of(new byte[32]))),
                key.alias(),
                Optional.empty(),
                SignatureForm.PADES,
                level,
                Optional.empty(),
                SignatureDetails.NONE,
                Optional.of(
                        new VisibleSignature.OfficialSignature(SampleSignature.png(), new Placement.InField(field))),
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
