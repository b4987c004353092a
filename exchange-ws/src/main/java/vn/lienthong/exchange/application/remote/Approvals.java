package vn.lienthong.exchange.application.remote;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.random.RandomGenerator;
import vn.lienthong.exchange.application.oauth.Holder;
import vn.lienthong.exchange.application.oauth.Lifetimes;
import vn.lienthong.exchange.application.solecontrol.FactorCheck;
import vn.lienthong.exchange.domain.account.Caller;
import vn.lienthong.exchange.domain.account.OpaqueToken;
import vn.lienthong.exchange.domain.audit.AuditNote;
import vn.lienthong.exchange.domain.audit.Deed;
import vn.lienthong.exchange.domain.failure.Failure;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.FailureException;
import vn.lienthong.exchange.domain.ledger.IdSource;
import vn.lienthong.exchange.domain.ledger.Ledger;
import vn.lienthong.exchange.domain.ledger.UnitOfWork;
import vn.lienthong.exchange.domain.oauth.Grant;
import vn.lienthong.exchange.domain.oauth.Scope;
import vn.lienthong.exchange.domain.remote.ApprovalLedger.Answer;
import vn.lienthong.exchange.domain.remote.ApprovalRequest;
import vn.lienthong.exchange.domain.solecontrol.GivenFactors;
import vn.lienthong.exchange.domain.solecontrol.PasskeyTerms;

/**
 * An application asks an official for signatures, and the official answers on a device of the official's own, on this
 * server's page: the application sees no factor and need not send the official anywhere. Thread-safe.
 *
 * <p>Source: CSC API v2, sections 11.6 and 11.7 (credentials/authorize with a handle, credentials/authorizeCheck);
 * docs/adr/0053.
 */
public final class Approvals {
    /** While the official takes up the telephone and reads what it says. */
    public static final Duration OPEN_FOR = Duration.ofMinutes(5);

    /** Of one application and official that wait or were refused: more would be no requests but a nuisance. */
    public static final int MOST = 5;

    private final UnitOfWork unitOfWork;
    private final Credentials credentials;
    private final FactorCheck factors;
    private final IdSource ids;
    private final RandomGenerator random;
    private final Duration lifetime;
    private final Clock clock;

    /** @param random fit for secrets */
    public Approvals(
            UnitOfWork unitOfWork,
            Credentials credentials,
            FactorCheck factors,
            IdSource ids,
            RandomGenerator random,
            Lifetimes lifetimes,
            Clock clock) {
        this.unitOfWork = unitOfWork;
        this.credentials = credentials;
        this.factors = factors;
        this.ids = ids;
        this.random = random;
        this.lifetime = lifetimes.sad();
        this.clock = clock;
    }

    /**
     * The official is asked; the result names the request to the application that made it.
     *
     * @param labels what the application calls each hash, in their order
     * @throws FailureException {@code credential-unknown}, {@code credential-disabled} or {@code approvals-too-many}
     */
    public OpaqueToken ask(Holder holder, SignatureWish wish, List<String> labels, String description) {
        Credential credential = AuthorizeSignatures.enabled(credentials.wanted(holder, wish));
        OpaqueToken handle = OpaqueToken.random(random);
        Instant now = clock.instant();
        ApprovalRequest request = new ApprovalRequest(
                ids.next(),
                holder.grant().id(),
                holder.client().id(),
                credential.official().name(),
                wish.credentialId(),
                wish.hashAlgorithm().oid(),
                wish.hashes(),
                wish.words(),
                labels,
                wish.kind().orElse(null),
                wish.signatures(),
                description,
                now.plus(OPEN_FOR));
        return unitOfWork.inTransaction(ledger -> {
            if (!ledger.approvals().put(request, handle.digest(), MOST, now)) {
                throw new FailureException(Failure.retryLater(FailureCode.APPROVALS_TOO_MANY, OPEN_FOR));
            }
            note(ledger, Deed.SIGNATURES_ASKED, request.client(), request, now);
            return handle;
        });
    }

    /**
     * What activates the signatures, once the official has approved; empty while the official has not answered. Each time
     * it is asked for it is another one, and those of before speak for nothing: an answer may have been lost.
     *
     * @throws FailureException {@code approval-unknown}, also for another application's, {@code approval-refused} or
     *     {@code approval-expired}
     */
    public Optional<ActivationData> check(Holder holder, OpaqueToken handle) {
        OpaqueToken sad = OpaqueToken.random(random);
        return unitOfWork.inTransaction(ledger -> {
            Answer answer = ledger.approvals()
                    .byHandle(handle.digest(), holder.grant())
                    .orElseThrow(() -> new FailureException(Failure.of(FailureCode.APPROVAL_UNKNOWN)));
            Instant now = clock.instant();
            boolean late = !answer.expiresAt().isAfter(now);
            return switch (answer.state()) {
                case REFUSED -> throw new FailureException(Failure.of(FailureCode.APPROVAL_REFUSED));
                case PENDING -> {
                    if (late) {
                        throw new FailureException(Failure.of(FailureCode.APPROVAL_EXPIRED));
                    }
                    yield Optional.empty();
                }
                case APPROVED -> {
                    UUID authorization = answer.authorization();
                    if (late || authorization == null) {
                        throw new FailureException(Failure.of(FailureCode.AUTHORIZATION_EXPIRED));
                    }
                    // As old as the official's will: fetching it does not make it last longer.
                    ledger.authorizations().issue(authorization, sad.digest(), answer.expiresAt());
                    yield Optional.of(new ActivationData(sad, Duration.between(now, answer.expiresAt())));
                }
            };
        });
    }

    /** What waits for the official, the oldest first. */
    public List<ApprovalRequest> pending(Caller official) {
        return unitOfWork.reading(ledger -> ledger.approvals().pending(official.name(), clock.instant()));
    }

    /** @throws FailureException {@code approval-unknown}, also if it is another's, or is answered or expired */
    public ApprovalRequest pending(Caller official, UUID id) {
        return pending(official).stream()
                .filter(request -> request.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new FailureException(Failure.of(FailureCode.APPROVAL_UNKNOWN)));
    }

    /**
     * The official, signed in on this server's page, has authorised what the request asks for.
     *
     * @throws FailureException {@code approval-unknown}, {@code credential-unknown}, {@code credential-disabled},
     *     {@code credential-locked} or {@code authentication-data-invalid}
     */
    public void approve(Caller official, UUID id, GivenFactors given) {
        ApprovalRequest request = pending(official, id);
        SignatureWish wish = SignatureWish.of(request);
        Credential credential = AuthorizeSignatures.enabled(credentials.wanted(official, wish));
        Grant grant = new Grant(ids.next(), request.client(), official.name(), Scope.CREDENTIAL);
        UUID authorization = ids.next();
        PasskeyTerms terms = PasskeyTerms.onPage(AuthorizeSignatures.commitment(request.client(), wish));
        boolean approved = factors.require(official.name(), AuthorizeSignatures.PAGE, given, terms, ledger -> {
            Instant now = clock.instant();
            if (ledger.approvals().pending(official.name(), id, now).isEmpty()) {
                return false;
            }
            ledger.oauth().put(grant, now);
            WillOnRecord.put(ledger, authorization, grant, credential, wish, now, now.plus(lifetime));
            ledger.approvals().approve(id, authorization);
            return true;
        });
        // Told behind the transaction: PIN and password were right, and must not count as wrong.
        if (!approved) {
            throw new FailureException(Failure.of(FailureCode.APPROVAL_UNKNOWN));
        }
    }

    /**
     * The official wants none of it.
     *
     * @throws FailureException {@code approval-unknown}
     */
    public void refuse(Caller official, UUID id) {
        unitOfWork.inTransaction(ledger -> {
            Instant now = clock.instant();
            ApprovalRequest request = ledger.approvals()
                    .pending(official.name(), id, now)
                    .orElseThrow(() -> new FailureException(Failure.of(FailureCode.APPROVAL_UNKNOWN)));
            ledger.approvals().refuse(id);
            note(ledger, Deed.SIGNATURES_DENIED, official.name(), request, now);
            return true;
        });
    }

    private static void note(Ledger ledger, Deed deed, String actor, ApprovalRequest request, Instant now) {
        TreeMap<String, String> details = new TreeMap<>(Map.of(
                "account", request.account(),
                "application", request.client(),
                "count", Integer.toString(request.hashes().size()),
                "hashes", WillOnRecord.together(request.hashes()),
                "request", request.id().toString(),
                "signatures", Integer.toString(request.signatures())));
        WillOnRecord.putWords(details, request.words());
        ledger.audit().append(new AuditNote(deed, now, null, actor, null, null, details));
    }
}
