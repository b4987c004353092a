package vn.lienthong.exchange.application.keypolicy;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.lienthong.exchange.application.keypolicy.UsageMeter.Taken;
import vn.lienthong.exchange.domain.account.Caller;
import vn.lienthong.exchange.domain.account.Role;
import vn.lienthong.exchange.domain.audit.AuditNote;
import vn.lienthong.exchange.domain.audit.Deed;
import vn.lienthong.exchange.domain.failure.Category;
import vn.lienthong.exchange.domain.failure.Failure;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.FailureException;
import vn.lienthong.exchange.domain.keypolicy.DocumentKind;
import vn.lienthong.exchange.domain.keypolicy.PolicyRefusal;
import vn.lienthong.exchange.domain.keypolicy.PolicyVersion;
import vn.lienthong.exchange.domain.keypolicy.SignatureUse;
import vn.lienthong.exchange.domain.keypolicy.UsageLedger.Use;
import vn.lienthong.exchange.domain.ledger.UnitOfWork;
import vn.lienthong.exchange.domain.ledger.UseRecords;

/**
 * Whether a caller may use a key now, and that it did. A use is permitted before the key signs, and it is judged again
 * when it is recorded, which is before the signature is handed out: a key that is disabled in between gives no
 * signature. Thread-safe; no transaction is open while the key signs.
 */
public final class KeyUses {
    /** How often a policy may change while one signature is made, before the caller is told to come again. */
    private static final int TRIES = 3;

    private static final Logger LOG = LoggerFactory.getLogger(KeyUses.class);

    private final UnitOfWork unitOfWork;
    private final UsageMeter meter;
    private final UseJournal journal;
    private final KnownPermissions known = new KnownPermissions();
    private final Clock clock;

    /**
     * Whose uses are recorded that way.
     *
     * @param records for uses that are recorded with nothing but their audit entry
     * @param correlation the id of the request that calls
     */
    public KeyUses(
            UnitOfWork unitOfWork, UseRecords records, UsageMeter meter, Supplier<String> correlation, Clock clock) {
        this.unitOfWork = unitOfWork;
        this.meter = meter;
        this.journal = new UseJournal(unitOfWork, records, correlation);
        this.clock = clock;
    }

    /**
     * The caller may make so many signatures with the key. It closes the permit.
     *
     * @param kind of the document, or null where the caller named none
     * @throws FailureException {@code not-permitted}, {@code key-not-yours}, {@code key-use-not-allowed} or
     *     {@code key-quota-used-up}
     */
    public Permit permit(Caller caller, String keyAlias, SignatureUse use, @Nullable DocumentKind kind, long count) {
        if (!caller.has(Role.SIGN)) {
            throw new FailureException(Failure.of(FailureCode.NOT_PERMITTED, Role.SIGN.name()));
        }
        try {
            PolicyVersion version = permitting(caller, keyAlias, use, kind);
            try {
                return new Permit(caller, use, kind, version, meter.take(version, count));
            } catch (FailureException underTheLimitsRemembered) {
                // A limit may have been raised since, or the key withdrawn: only what holds now refuses.
                known.forget(caller.name(), keyAlias);
                PolicyVersion holds = permitting(caller, keyAlias, use, kind);
                return new Permit(caller, use, kind, holds, meter.take(holds, count));
            }
        } catch (FailureException e) {
            if (e.failure().code().category() == Category.POLICY) {
                writeDown(e.failure(), caller, keyAlias, use);
            }
            throw e;
        }
    }

    /**
     * The same, judged by what holds now and by nothing remembered, and no use is taken: for work that begins later.
     *
     * @throws FailureException as {@link #permit} throws it
     */
    public void require(Caller caller, String keyAlias, SignatureUse use, @Nullable DocumentKind kind) {
        known.forget(caller.name(), keyAlias);
        permit(caller, keyAlias, use, kind, 1).close();
    }

    private void writeDown(Failure refusal, Caller caller, String keyAlias, SignatureUse use) {
        Map<String, String> details = new TreeMap<>(Map.of("key", keyAlias, "use", use.name()));
        details.put("reason", refusal.code().code());
        unitOfWork.inTransaction(ledger -> {
            ledger.audit().append(note(Deed.SIGNING_REFUSED, caller, details));
            return true;
        });
    }

    private AuditNote note(Deed deed, Caller caller, Map<String, String> details) {
        return new AuditNote(deed, clock.instant(), null, caller.name(), null, null, new TreeMap<>(details));
    }

    /** What is remembered may permit, since each use is judged again as it is recorded; only what holds now refuses. */
    private PolicyVersion permitting(Caller caller, String keyAlias, SignatureUse use, @Nullable DocumentKind kind) {
        Instant now = clock.instant();
        Optional<PolicyVersion> remembered = known.find(caller.name(), keyAlias, now)
                .filter(version -> version.policy().refusal(use, kind, now).isEmpty());
        if (remembered.isPresent()) {
            return remembered.get();
        }
        PolicyVersion version = read(caller, keyAlias);
        version.policy().refusal(use, kind, now).ifPresent(refusal -> {
            throw refused(keyAlias, refusal);
        });
        known.remember(caller.name(), version, now);
        return version;
    }

    private PolicyVersion read(Caller caller, String keyAlias) {
        return unitOfWork.reading(ledger -> {
            if (!ledger.accounts().keysOf(caller.name()).contains(keyAlias)) {
                throw new FailureException(Failure.of(FailureCode.KEY_NOT_YOURS, keyAlias));
            }
            // A key that nobody has decided about is as good as disabled.
            return ledger.keyPolicies()
                    .effective(keyAlias)
                    .orElseThrow(() -> refused(keyAlias, PolicyRefusal.KEY_DISABLED));
        });
    }

    private static FailureException refused(String keyAlias, PolicyRefusal refusal) {
        return new FailureException(Failure.of(FailureCode.KEY_USE_NOT_ALLOWED, keyAlias, refusal.name()));
    }

    /** Leave to sign, until it is closed. Used by one thread. */
    public final class Permit implements AutoCloseable {
        private final Caller caller;
        private final SignatureUse use;
        private final @Nullable DocumentKind kind;
        private PolicyVersion version;
        private Taken taken;
        private final TalliedToken.Tally tally;
        private boolean recorded;
        private @Nullable FailureCode why;

        private Permit(
                Caller caller, SignatureUse use, @Nullable DocumentKind kind, PolicyVersion version, Taken taken) {
            this.caller = caller;
            this.use = use;
            this.kind = kind;
            this.version = version;
            this.taken = taken;
            this.tally = TalliedToken.Tally.open(version.policy().keyAlias());
        }

        /** What ends the work, where that is known: it is the reason on the record if the key has signed already. */
        public void endsBy(FailureCode reason) {
            why = reason;
        }

        /**
         * The use is on the record, with these details; the signatures may be handed out. At most once a permit.
         *
         * @throws FailureException if the use is not permitted any more: the signatures are not to be handed out
         */
        public void record(Deed deed, Map<String, String> details) {
            record(deed, details, UseCompanion.NONE);
        }

        /**
         * The same together with its companion. False if that is not wanted any more: then nothing is on the record, and
         * the signatures are not to be handed out.
         */
        public boolean record(Deed deed, Map<String, String> details, UseCompanion companion) {
            try {
                return recorded(note(deed, caller, details), companion);
            } catch (FailureException e) {
                why = e.failure().code();
                throw e;
            }
        }

        private boolean recorded(AuditNote note, UseCompanion companion) {
            for (int tries = 1; !recorded; tries++) {
                Use use =
                        new Use(caller.name(), version.policy().keyAlias(), version.id(), taken.block(), taken.count());
                UseJournal.Outcome outcome = journal.record(use, note, companion);
                recorded = outcome == UseJournal.Outcome.RECORDED;
                if (outcome == UseJournal.Outcome.NOT_WANTED) {
                    return false;
                }
                if (!recorded) {
                    if (tries == TRIES) {
                        throw new FailureException(Failure.of(
                                FailureCode.KEY_POLICY_CHANGED, version.policy().keyAlias()));
                    }
                    permitAgain();
                }
            }
            return true;
        }

        /** Another policy holds by now, or the block is gone: what holds now decides. */
        private void permitAgain() {
            long count = taken.count();
            known.forget(caller.name(), version.policy().keyAlias());
            version = permitting(caller, version.policy().keyAlias(), use, kind);
            taken.spoil();
            taken = meter.take(version, count);
        }

        /** What was not recorded is given back; signatures that the device made and nobody gets are on the record. */
        @Override
        public void close() {
            taken.settle(recorded);
            tally.close();
            long inVain = tally.signed() - (recorded ? taken.count() : 0);
            if (inVain > 0) {
                noteInVain(inVain);
            }
        }

        /** They are not charged: a quota counts what was handed out. */
        private void noteInVain(long count) {
            Map<String, String> details = new TreeMap<>(Map.of(
                    "count", Long.toString(count),
                    "key", version.policy().keyAlias(),
                    "use", use.name()));
            details.put("reason", why == null ? "not-completed" : why.code());
            try {
                unitOfWork.inTransaction(ledger -> {
                    ledger.audit().append(note(Deed.KEY_USED_IN_VAIN, caller, details));
                    return true;
                });
            } catch (RuntimeException e) {
                // The failure that ended the work is the caller's answer, and often this one's cause.
                LOG.error("a use of a key in vain is not on the record: {}", details, e);
            }
        }
    }
}
