package vn.lienthong.exchange.application.remote;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.stream.Stream;
import vn.lienthong.exchange.application.oauth.Holder;
import vn.lienthong.exchange.application.signing.SigningKeys;
import vn.lienthong.exchange.domain.account.Caller;
import vn.lienthong.exchange.domain.account.Role;
import vn.lienthong.exchange.domain.failure.Failure;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.FailureException;
import vn.lienthong.exchange.domain.keypolicy.DocumentKind;
import vn.lienthong.exchange.domain.keypolicy.PolicyRefusal;
import vn.lienthong.exchange.domain.keypolicy.SignatureUse;
import vn.lienthong.exchange.domain.ledger.Ledger;
import vn.lienthong.exchange.domain.ledger.UnitOfWork;
import vn.lienthong.signer.sign.dss.SignerStatus;
import vn.lienthong.signer.token.CertifiedKey;
import vn.lienthong.signer.token.KeyAlias;

/**
 * The credentials that somebody may know of: an official's own, and for an application that acts for itself those of
 * the officials who let it. All others are answered as if they did not exist. Thread-safe.
 */
public final class Credentials {
    private final UnitOfWork unitOfWork;
    private final SigningKeys keys;
    private final SignerStatus status;
    private final Clock clock;

    public Credentials(UnitOfWork unitOfWork, SigningKeys keys, SignerStatus status, Clock clock) {
        this.unitOfWork = unitOfWork;
        this.keys = keys;
        this.status = status;
        this.clock = clock;
    }

    /** Those that the holder may know of, in a stable order. */
    public List<Credential> of(Holder holder) {
        return looked(unitOfWork.reading(ledger -> officials(ledger, holder)
                .flatMap(official -> of(ledger, official))
                .toList()));
    }

    /** Those of that official. */
    public List<Credential> of(Caller official) {
        return looked(unitOfWork.reading(ledger -> of(ledger, official).toList()));
    }

    /** With what the issuers say now; no transaction is open while they are asked. */
    private List<Credential> looked(List<Credential> found) {
        return found.stream()
                .map(credential -> status.refusal(credential.key()).isEmpty()
                        ? credential
                        : new Credential(credential.id(), credential.official(), credential.key(), false, true))
                .toList();
    }

    /** @throws FailureException {@code credential-unknown}, also for one that exists and is none of the holder's business */
    public Credential named(Holder holder, String credentialId) {
        return named(of(holder), credentialId);
    }

    /** @throws FailureException {@code credential-unknown}, also for another's */
    public Credential named(Caller official, String credentialId) {
        return named(of(official), credentialId);
    }

    /**
     * The credential of that wish, whose documents are of a kind that the key signs.
     *
     * @throws FailureException {@code credential-unknown} or {@code key-use-not-allowed}
     */
    public Credential wanted(Holder holder, SignatureWish wish) {
        return ofKind(named(holder, wish.credentialId()), wish);
    }

    /** @throws FailureException as above */
    public Credential wanted(Caller official, SignatureWish wish) {
        return ofKind(named(official, wish.credentialId()), wish);
    }

    /** Told before the official gives factors for nothing; the key's policy judges again when the key signs. */
    private Credential ofKind(Credential credential, SignatureWish wish) {
        String alias = credential.key().alias().value();
        unitOfWork
                .reading(ledger -> ledger.keyPolicies().effective(alias))
                .flatMap(version -> version.policy()
                        .refusal(SignatureUse.REMOTE, wish.kind().orElse(null), clock.instant()))
                .filter(refusal -> refusal == PolicyRefusal.KIND_NOT_ALLOWED)
                .ifPresent(refusal -> {
                    throw new FailureException(Failure.of(FailureCode.KEY_USE_NOT_ALLOWED, alias, refusal.name()));
                });
        return credential;
    }

    private static Credential named(List<Credential> known, String credentialId) {
        return known.stream()
                .filter(credential -> credential.id().value().equals(credentialId))
                .findFirst()
                .orElseThrow(() -> new FailureException(Failure.of(FailureCode.CREDENTIAL_UNKNOWN)));
    }

    private Stream<Caller> officials(Ledger ledger, Holder holder) {
        if (holder.official().isPresent()) {
            return holder.official().stream();
        }
        return ledger.oauth().accountsThatLet(holder.client().id(), clock.instant()).stream()
                .map(ledger.accounts()::person)
                .flatMap(Optional::stream);
    }

    private Stream<Credential> of(Ledger ledger, Caller official) {
        if (official.kind() != Caller.Kind.PERSON || !official.has(Role.SIGN)) {
            return Stream.empty();
        }
        boolean ready = ledger.factors().of(official.name()).isPresent();
        return ledger.accounts().keysOf(official.name()).stream()
                .sorted()
                .map(alias -> keys.find(new KeyAlias(alias)))
                .flatMap(Optional::stream)
                .map(key -> credential(ledger, official, key, ready));
    }

    private Credential credential(Ledger ledger, Caller official, CertifiedKey key, boolean ready) {
        String alias = key.alias().value();
        boolean permitted = ledger.keyPolicies()
                .effective(alias)
                .map(version -> {
                    // Of what kind the documents are is not known yet: some kind is enough here.
                    SortedSet<DocumentKind> kinds = version.policy().kinds();
                    DocumentKind some = kinds.isEmpty() ? null : kinds.first();
                    return version.policy()
                            .refusal(SignatureUse.REMOTE, some, clock.instant())
                            .isEmpty();
                })
                .orElse(false);
        return new Credential(CredentialId.of(official.name(), alias), official, key, ready && permitted, false);
    }
}
