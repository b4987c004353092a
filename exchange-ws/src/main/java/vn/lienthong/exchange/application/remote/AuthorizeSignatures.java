package vn.lienthong.exchange.application.remote;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import vn.lienthong.exchange.application.oauth.CodeRequest;
import vn.lienthong.exchange.application.oauth.GrantAccess;
import vn.lienthong.exchange.application.oauth.Holder;
import vn.lienthong.exchange.application.oauth.Lifetimes;
import vn.lienthong.exchange.application.solecontrol.FactorCheck;
import vn.lienthong.exchange.domain.account.Caller;
import vn.lienthong.exchange.domain.account.OpaqueToken;
import vn.lienthong.exchange.domain.failure.Failure;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.FailureException;
import vn.lienthong.exchange.domain.keypolicy.DocumentKind;
import vn.lienthong.exchange.domain.ledger.IdSource;
import vn.lienthong.exchange.domain.ledger.Ledger;
import vn.lienthong.exchange.domain.ledger.UnitOfWork;
import vn.lienthong.exchange.domain.oauth.Grant;
import vn.lienthong.exchange.domain.oauth.Scope;
import vn.lienthong.exchange.domain.remote.SignatureAuthorization;
import vn.lienthong.exchange.domain.remote.SignedWords;
import vn.lienthong.exchange.domain.solecontrol.Commitment;
import vn.lienthong.exchange.domain.solecontrol.GivenFactors;
import vn.lienthong.exchange.domain.solecontrol.PasskeyTerms;

/**
 * An official authorises hashes to be signed, by PIN and one-time password. Thread-safe.
 *
 * <p>Source: CSC API v2, sections 8.2.2 (scope "credential") and 11.6 (credentials/authorize).
 */
public final class AuthorizeSignatures {
    /** Under what name tries on the server's own page are counted, whatever application sent the official there. */
    public static final String PAGE = "authorize-page";

    private final UnitOfWork unitOfWork;
    private final Credentials credentials;
    private final FactorCheck factors;
    private final GrantAccess access;
    private final IdSource ids;
    private final RandomGenerator random;
    private final Duration lifetime;
    private final Clock clock;

    /** @param random fit for secrets */
    public AuthorizeSignatures(
            UnitOfWork unitOfWork,
            Credentials credentials,
            FactorCheck factors,
            GrantAccess access,
            IdSource ids,
            RandomGenerator random,
            Lifetimes lifetimes,
            Clock clock) {
        this.unitOfWork = unitOfWork;
        this.credentials = credentials;
        this.factors = factors;
        this.access = access;
        this.ids = ids;
        this.random = random;
        this.lifetime = lifetimes.sad();
        this.clock = clock;
    }

    /**
     * The official, signed in on the server's own page, has authorised the hashes; the application gets a code.
     *
     * @throws FailureException {@code credential-unknown}, {@code credential-disabled}, {@code credential-locked} or
     *     {@code authentication-data-invalid}
     */
    public OpaqueToken onPage(Caller official, CodeRequest request, SignatureWish wish, GivenFactors given) {
        Credential credential = enabled(credentials.wanted(official, wish));
        Grant grant = access.newGrant(official, request, Scope.CREDENTIAL);
        UUID id = ids.next();
        PasskeyTerms terms = PasskeyTerms.onPage(commitment(request.client().id(), wish));
        return factors.require(official.name(), PAGE, given, terms, ledger -> {
            Instant now = clock.instant();
            ledger.oauth().put(grant, now);
            WillOnRecord.put(ledger, id, grant, credential, wish, now, now.plus(Lifetimes.CODE));
            return access.code(ledger, grant, request, id, wish.credentialId());
        });
    }

    /**
     * The official's will, as an application passes it on that may ask for the factors itself.
     *
     * @throws FailureException as above, and {@code not-permitted} if the application may not
     */
    public ActivationData explicit(Holder holder, SignatureWish wish, GivenFactors given) {
        if (!holder.client().explicit()) {
            throw new FailureException(Failure.of(FailureCode.NOT_PERMITTED, "explicit"));
        }
        Credential credential = enabled(credentials.wanted(holder, wish));
        String official = credential.official().name();
        Grant grant = new Grant(ids.next(), holder.client().id(), official, Scope.CREDENTIAL);
        UUID id = ids.next();
        ActivationData activation = new ActivationData(OpaqueToken.random(random), lifetime);
        Function<Ledger, ActivationData> then = ledger -> {
            Instant now = clock.instant();
            ledger.oauth().put(grant, now);
            WillOnRecord.put(ledger, id, grant, credential, wish, now, now.plus(lifetime));
            ledger.authorizations().issue(id, activation.sad().digest(), now.plus(lifetime));
            return activation;
        };
        String application = holder.client().id();
        String origin = holder.client().passkeyOrigin();
        return origin == null
                ? factors.require(official, application, given, then)
                : factors.require(
                        official,
                        application,
                        given,
                        new PasskeyTerms(commitment(application, wish), Optional.of(origin)),
                        then);
    }

    /**
     * More hashes come under an authorisation that left room for them; the SAD is replaced by a new one. No official is
     * asked here, so their signatures say nothing, or what the official agreed to under this authorisation before.
     *
     * @throws FailureException {@code authorization-invalid}, {@code authorization-expired}, {@code parameter-invalid},
     *     {@code words-not-authorized} or {@code signatures-too-many}
     */
    public ActivationData extend(Holder holder, OpaqueToken sad, SignatureWish more) {
        credentials.named(holder, more.credentialId());
        ActivationData activation = new ActivationData(OpaqueToken.random(random), lifetime);
        return unitOfWork.inTransaction(ledger -> {
            Instant now = clock.instant();
            var authorization = SadCheck.valid(ledger, sad, holder.client().id(), more.credentialId(), now);
            if (!authorization.hashAlgorithm().equals(more.hashAlgorithm().oid())) {
                throw new FailureException(Failure.of(FailureCode.PARAMETER_INVALID, "hashAlgorithmOID"));
            }
            requireAgreed(ledger, authorization, more.words());
            if (!ledger.authorizations().extend(authorization, more.hashes(), more.words())) {
                throw new FailureException(Failure.of(FailureCode.SIGNATURES_TOO_MANY));
            }
            WillOnRecord.more(ledger, authorization, holder.client().id(), more, now);
            // The whole is as old as the official's will: adding to it does not make it last longer.
            Duration left = Duration.between(now, authorization.expiresAt());
            ledger.authorizations().issue(authorization.id(), activation.sad().digest(), authorization.expiresAt());
            return new ActivationData(activation.sad(), left);
        });
    }

    private static void requireAgreed(Ledger ledger, SignatureAuthorization authorization, List<SignedWords> words) {
        if (words.stream().allMatch(SignedWords::isNone)) {
            return;
        }
        var agreed = ledger.authorizations().words(authorization.id()).values();
        if (!words.stream().allMatch(each -> each.isNone() || agreed.contains(each.digest()))) {
            throw new FailureException(Failure.of(FailureCode.WORDS_NOT_AUTHORIZED));
        }
    }

    /** What a passkey's signature stands for: all that the page shows of the request, each list behind its length. */
    public static Commitment commitment(String client, SignatureWish wish) {
        List<String> texts = new ArrayList<>(
                List.of(client, wish.credentialId(), wish.hashAlgorithm().oid(), Integer.toString(wish.signatures())));
        texts.add(Integer.toString(wish.hashes().size()));
        wish.hashes().forEach(hash -> texts.add(hash.hex()));
        List<SignedWords> said = wish.words().stream().allMatch(SignedWords::isNone) ? List.of() : wish.words();
        texts.add(Integer.toString(said.size()));
        said.forEach(words -> texts.addAll(words.texts()));
        wish.kind().map(DocumentKind::abbreviation).ifPresent(texts::add);
        return new Commitment(Commitment.Purpose.SIGN, texts);
    }

    static Credential enabled(Credential credential) {
        if (!credential.enabled()) {
            throw new FailureException(Failure.of(FailureCode.CREDENTIAL_DISABLED));
        }
        return credential;
    }
}
