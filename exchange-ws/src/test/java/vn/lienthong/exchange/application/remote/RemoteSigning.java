package vn.lienthong.exchange.application.remote;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.application.capacity.Gate;
import vn.lienthong.exchange.application.keypolicy.KeyUses;
import vn.lienthong.exchange.application.keypolicy.UsageMeter;
import vn.lienthong.exchange.application.oauth.AccessTokens;
import vn.lienthong.exchange.application.oauth.Clients;
import vn.lienthong.exchange.application.oauth.CodeRequest;
import vn.lienthong.exchange.application.oauth.GrantAccess;
import vn.lienthong.exchange.application.oauth.GrantToClient;
import vn.lienthong.exchange.application.oauth.Holder;
import vn.lienthong.exchange.application.oauth.IssuedTokens;
import vn.lienthong.exchange.application.oauth.Lifetimes;
import vn.lienthong.exchange.application.oauth.RedeemCode;
import vn.lienthong.exchange.application.oauth.RefreshAccess;
import vn.lienthong.exchange.application.oauth.RevokeToken;
import vn.lienthong.exchange.application.solecontrol.Enrol;
import vn.lienthong.exchange.application.solecontrol.FactorCheck;
import vn.lienthong.exchange.application.solecontrol.Passkeys;
import vn.lienthong.exchange.domain.account.Caller;
import vn.lienthong.exchange.domain.account.OpaqueToken;
import vn.lienthong.exchange.domain.account.Person;
import vn.lienthong.exchange.domain.account.Role;
import vn.lienthong.exchange.domain.keypolicy.KeyPolicy;
import vn.lienthong.exchange.domain.oauth.OAuthClient;
import vn.lienthong.exchange.domain.remote.DocumentHash;
import vn.lienthong.exchange.domain.remote.SignedWords;
import vn.lienthong.exchange.domain.solecontrol.GivenFactors;
import vn.lienthong.exchange.domain.solecontrol.PasskeyVerifier;
import vn.lienthong.exchange.domain.solecontrol.SigningPin;
import vn.lienthong.exchange.domain.solecontrol.TotpSecret;
import vn.lienthong.exchange.infrastructure.vault.Argon2PinHasher;
import vn.lienthong.exchange.infrastructure.webauthn.WebAuthn4jVerifier;
import vn.lienthong.exchange.it.TestExchange;
import vn.lienthong.signer.algorithm.DigestAlgorithm;
import vn.lienthong.signer.algorithm.SignatureScheme;
import vn.lienthong.signer.revocation.RevocationSources;
import vn.lienthong.signer.sign.AdesLimits;
import vn.lienthong.signer.sign.SigningLimits;
import vn.lienthong.signer.sign.ades.AdesSigner;
import vn.lienthong.signer.sign.ades.DigestSigner;
import vn.lienthong.signer.sign.dss.SignerStatus;
import vn.lienthong.signer.testpki.KeysInMemory;
import vn.lienthong.signer.testpki.Profile;
import vn.lienthong.signer.testpki.TestPki;
import vn.lienthong.signer.timestamp.TimestampSource;
import vn.lienthong.signer.token.CertifiedKey;
import vn.lienthong.signer.token.KeyAlias;
import vn.lienthong.signer.token.SigningToken;
import vn.lienthong.signer.trust.NoTrustAnchorsException;
import vn.lienthong.signer.trust.TrustAnchors;

/** The use cases of remote signing over a real database, with officials who have keys in memory. */
public final class RemoteSigning {
    public static final String PIN = "482915";
    /** Of the pages of applications that may ask for factors. */
    public static final String APP_ORIGIN = "https://ung-dung.ky.example.vn";

    /** Where applications are told of answers. */
    public static final String NOTICES = "https://ky.example.vn/thong-bao";

    public static final String VERIFIER = "v".repeat(43);

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final AtomicInteger NAMES = new AtomicInteger();

    public final TestClock clock = new TestClock();
    public final Lifetimes lifetimes = new Lifetimes(Duration.ofHours(1), Duration.ofDays(30), Duration.ofMinutes(5));
    public final TestExchange exchange;
    public final KeysInMemory token = new KeysInMemory();
    public final Credentials credentials;
    public final FactorCheck factors;
    public final PasskeyVerifier verifier = new WebAuthn4jVerifier("https://ky.example.vn", "ky.example.vn");
    public final Passkeys passkeys;
    public final Enrol enrol;
    public final GrantAccess access;
    public final AuthorizeSignatures authorize;
    public final Approvals approvals;
    public final RedeemCode redeem;
    public final RefreshAccess refresh;
    public final RevokeToken revoke;
    public final GrantToClient toClient;
    public final AccessTokens accessTokens;
    public final Clients clients;
    public final SignerStatus status;
    private final Path folder;
    private final Path crls;
    private final Map<KeyAlias, TestPki> authorities = new HashMap<>();
    private final SecureRandom random = new SecureRandom();
    private final Map<KeyAlias, CertifiedKey> keys = new HashMap<>();

    /** An official who has a key, a PIN and one-time passwords. */
    public record Official(Caller caller, CertifiedKey key, TotpSecret totp, String credentialId) {}

    public RemoteSigning(Path folder) {
        this.folder = folder;
        this.crls = folder.resolve("crls");
        try {
            Files.createDirectories(crls);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        status = new SignerStatus(RevocationSources.folder(crls), clock);
        exchange = TestExchange.in(folder, 24);
        Gate gate = new Gate(4, Duration.ofSeconds(30));
        Argon2PinHasher hasher = new Argon2PinHasher(random);
        credentials = new Credentials(exchange.unitOfWork, this::find, status, clock);
        factors = new FactorCheck(exchange.unitOfWork, hasher, verifier, gate, clock);
        passkeys = new Passkeys(exchange.unitOfWork, factors, verifier, random, clock);
        enrol = new Enrol(exchange.unitOfWork, hasher, gate, random, clock);
        access = new GrantAccess(exchange.unitOfWork, exchange.ids, random, clock);
        authorize = new AuthorizeSignatures(
                exchange.unitOfWork, credentials, factors, access, exchange.ids, random, lifetimes, clock);
        approvals = new Approvals(exchange.unitOfWork, credentials, factors, exchange.ids, random, lifetimes, clock);
        redeem = new RedeemCode(exchange.unitOfWork, lifetimes, random, clock);
        refresh = new RefreshAccess(exchange.unitOfWork, lifetimes, random, clock);
        revoke = new RevokeToken(exchange.unitOfWork, clock);
        toClient = new GrantToClient(exchange.unitOfWork, lifetimes, exchange.ids, random, clock);
        accessTokens = new AccessTokens(exchange.unitOfWork, clock);
        clients = new Clients(exchange.unitOfWork, clock);
    }

    private Optional<CertifiedKey> find(KeyAlias alias) {
        return Optional.ofNullable(keys.get(alias));
    }

    /** Signs with that token, as another node does. */
    public SignAuthorizedHashes signer(SigningToken with, String node) {
        return signer(with, node, status);
    }

    SignAuthorizedHashes signer(SigningToken with, String node, SignerStatus known) {
        UsageMeter meter = new UsageMeter(exchange.unitOfWork, exchange.ids, clock, node);
        KeyUses uses = new KeyUses(exchange.unitOfWork, exchange.useRecords, meter, () -> "it-request", clock);
        Gate gate = new Gate(16, Duration.ofSeconds(30));
        return new SignAuthorizedHashes(exchange.unitOfWork, this::find, known, uses, with, gate, exchange.ids, clock);
    }

    /** Signs documents with that token and that source of timestamps, as another node does. */
    public SignAuthorizedDocuments documentSigner(SigningToken with, TimestampSource timestamps, String node) {
        CertifiedKey anchor = keys.values().iterator().next();
        return documentSigner(
                with, timestamps, anchor.chain().getLast(), RevocationSources.none(), new Gate(16, PATIENCE), node);
    }

    /** The same with what is known of certificates. */
    SignAuthorizedDocuments documentSigner(
            SigningToken with,
            TimestampSource timestamps,
            X509Certificate anchor,
            RevocationSources revocation,
            Gate gate,
            String node) {
        UsageMeter meter = new UsageMeter(exchange.unitOfWork, exchange.ids, clock, node);
        KeyUses uses = new KeyUses(exchange.unitOfWork, exchange.useRecords, meter, () -> "it-request", clock);
        AdesSigner signer;
        try {
            signer = new AdesSigner(
                    with,
                    timestamps,
                    TrustAnchors.of(List.of(anchor)),
                    revocation,
                    SigningLimits.DEFAULT,
                    AdesLimits.DEFAULT,
                    folder,
                    clock);
        } catch (NoTrustAnchorsException e) {
            throw new IllegalStateException(e);
        }
        DigestSigner digests = new DigestSigner(with, timestamps, signer.augmenter(), revocation, folder, clock);
        SignatureMaker maker = new SignatureMaker(signer, digests, signer.materials(), exchange.ids, folder);
        return new SignAuthorizedDocuments(
                exchange.unitOfWork, this::find, status, uses, maker, gate, exchange.ids, clock);
    }

    /** Who issued the official's certificate. */
    TestPki authority(Official official) {
        return authorities.get(official.key().alias());
    }

    public OAuthClient client(boolean explicit, @Nullable String secret) {
        OAuthClient client = new OAuthClient(
                "app-" + NAMES.incrementAndGet(),
                "Ứng dụng",
                secret == null ? null : new OpaqueToken(secret).digest(),
                null,
                List.of("https://ky.example.vn/tra-ve"),
                List.of(NOTICES),
                explicit,
                explicit ? APP_ORIGIN : null);
        exchange.unitOfWork.inTransaction(ledger -> ledger.clients().put(client));
        return client;
    }

    /** A person who signs and has no factors yet. */
    public Caller person() {
        String name = "official-" + NAMES.incrementAndGet();
        exchange.register.person("it", new Person(name, "Nguyễn Văn An", null, Set.of(Role.SIGN), Set.of()));
        return exchange.unitOfWork
                .reading(ledger -> ledger.accounts().person(name))
                .orElseThrow();
    }

    public Official official() {
        Caller caller = person();
        String alias = "key-of-" + caller.name();
        TestPki authority = TestPki.at(clock.instant());
        CertifiedKey key = token.put(
                alias, authority.issue(Profile.signer(caller.name()).withScheme(SignatureScheme.ECDSA_SHA256)));
        keys.put(key.alias(), key);
        authorities.put(key.alias(), authority);
        exchange.register.keyGrant("it", caller.name(), alias);
        exchange.register.firstKeyPolicy("it", exchange.ids.next(), KeyPolicy.open(alias));
        TotpSecret totp = enrolled(caller);
        return new Official(
                caller, key, totp, CredentialId.of(caller.name(), alias).value());
    }

    /** The issuer of the official's certificate publishes that it revoked it. */
    public void revoke(Official official) throws IOException {
        TestPki authority = authorities.get(official.key().alias());
        authority.revoke(official.key().certificate(), clock.instant());
        Files.write(crls.resolve(official.caller().name() + ".crl"), authority.crl());
        // What was heard before is good for a minute.
        clock.advance(Duration.ofMinutes(1));
    }

    /** The person chose {@link #PIN}. */
    public TotpSecret enrolled(Caller caller) {
        Caller operator = new Caller("van-hanh", Caller.Kind.PERSON, Set.of(), Set.of(Role.OPERATE));
        OpaqueToken code = enrol.open(operator, caller.name()).code();
        TotpSecret totp = enrol.choose(caller, code, new SigningPin(PIN));
        enrol.confirm(caller, code, totp.password(TotpSecret.step(clock.instant())));
        return totp;
    }

    /** The right PIN and the password of a step that was not used before. */
    public GivenFactors factorsOf(Official official) {
        clock.advance(Duration.ofSeconds(30));
        return GivenFactors.of(PIN, official.totp().password(TotpSecret.step(clock.instant())));
    }

    /** An access token of the application for the official. */
    public IssuedTokens tokens(Official official, OAuthClient client) {
        CodeRequest request = new CodeRequest(client, null, challenge());
        return redeem.redeem(client, access.service(official.caller(), request).value(), null, VERIFIER);
    }

    public Holder holder(Official official, OAuthClient client) {
        return accessTokens.holder(tokens(official, client).access()).orElseThrow();
    }

    /** A SAD for these hashes, given on the server's page. */
    public OpaqueToken sad(Official official, OAuthClient client, int signatures, DocumentHash... hashes) {
        return sad(official, client, wish(official, signatures, hashes));
    }

    /** The same for one whose signature says something. */
    OpaqueToken sad(Official official, OAuthClient client, SignedWords words, DocumentHash hash) {
        return sad(
                official,
                client,
                new SignatureWish(official.credentialId(), DigestAlgorithm.SHA256, List.of(hash), List.of(words), 1));
    }

    private OpaqueToken sad(Official official, OAuthClient client, SignatureWish wish) {
        CodeRequest request = new CodeRequest(client, null, challenge());
        OpaqueToken code = authorize.onPage(official.caller(), request, wish, factorsOf(official));
        return redeem.redeem(client, code.value(), null, VERIFIER).access();
    }

    public static SignatureWish wish(Official official, int signatures, DocumentHash... hashes) {
        return new SignatureWish(official.credentialId(), DigestAlgorithm.SHA256, List.of(hashes), signatures);
    }

    public static SigningRequest request(
            Official official, @Nullable OAuthClient client, OpaqueToken sad, DocumentHash... hashes) {
        return new SigningRequest(
                client == null ? null : client.id(),
                official.credentialId(),
                sad,
                SignatureScheme.ECDSA_SHA256,
                List.of(hashes));
    }

    public static DocumentHash[] hashes(int count) {
        List<DocumentHash> hashes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            hashes.add(hash("văn bản " + NAMES.incrementAndGet()));
        }
        return hashes.toArray(DocumentHash[]::new);
    }

    public static DocumentHash hash(String text) {
        return DocumentHash.of(DigestAlgorithm.SHA256.newMessageDigest().digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    public static String challenge() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(new OpaqueToken(VERIFIER).digest().toArray());
    }
}
