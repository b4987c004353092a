package vn.lienthong.exchange.application.keeping;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
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
import vn.lienthong.exchange.domain.ledger.IdSource;
import vn.lienthong.exchange.it.TestExchange;
import vn.lienthong.signer.algorithm.SignatureScheme;
import vn.lienthong.signer.sign.AdesLimits;
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
        token = TokenPool.open(hsm.driver(label), SoftHsm.pin(), TokenPoolConfig.DEFAULT, Clock.systemUTC());
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
