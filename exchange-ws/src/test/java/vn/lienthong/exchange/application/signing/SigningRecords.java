package vn.lienthong.exchange.application.signing;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import vn.lienthong.exchange.application.keypolicy.KeyUses;
import vn.lienthong.exchange.application.keypolicy.UsageMeter;
import vn.lienthong.exchange.domain.account.Accounts;
import vn.lienthong.exchange.domain.audit.AuditNote;
import vn.lienthong.exchange.domain.audit.AuditTrail;
import vn.lienthong.exchange.domain.keypolicy.KeyPolicies;
import vn.lienthong.exchange.domain.keypolicy.KeyPolicy;
import vn.lienthong.exchange.domain.keypolicy.PolicyVersion;
import vn.lienthong.exchange.domain.keypolicy.UsageBlock;
import vn.lienthong.exchange.domain.keypolicy.UsageLedger;
import vn.lienthong.exchange.domain.keypolicy.UsageLimits;
import vn.lienthong.exchange.domain.ledger.Ledger;
import vn.lienthong.exchange.domain.ledger.UnitOfWork;
import vn.lienthong.exchange.domain.ledger.UseRecords;

/** As much of the records as signing needs: one account with one granted key, and what was written down. */
public final class SigningRecords implements UnitOfWork {
    final List<AuditNote> notes = new ArrayList<>();
    private final String account;
    private final Set<String> granted;
    private boolean down;

    SigningRecords(String account, String... granted) {
        this.account = account;
        this.granted = Set.of(granted);
    }

    /** Uses of keys on these records. */
    KeyUses uses(Clock clock) {
        UsageMeter meter = new UsageMeter(this, () -> new UUID(0, 9), clock, "node");
        return new KeyUses(this, UseRecords.through(this), meter, () -> "request", clock);
    }

    /** From now on nothing can be written. */
    void breakDown() {
        down = true;
    }

    @Override
    public <T> T inTransaction(Function<Ledger, T> work) {
        if (down) {
            throw new IllegalStateException("the database is away");
        }
        return reading(work);
    }

    @Override
    public <T> T reading(Function<Ledger, T> work) {
        return work.apply(only(Ledger.class, this));
    }

    public Accounts accounts() {
        return only(Accounts.class, this);
    }

    public AuditTrail audit() {
        return only(AuditTrail.class, this);
    }

    public void append(AuditNote note) {
        notes.add(note);
    }

    public void append(List<AuditTrail.Attributed> attributed) {
        attributed.forEach(one -> notes.add(one.note()));
    }

    public KeyPolicies keyPolicies() {
        return only(KeyPolicies.class, this);
    }

    public Optional<PolicyVersion> effective(String keyAlias) {
        return Optional.of(new PolicyVersion(
                new UUID(0, 7),
                KeyPolicy.open(keyAlias),
                PolicyVersion.State.EFFECTIVE,
                null,
                "it",
                Instant.EPOCH,
                "it",
                Instant.EPOCH));
    }

    public UsageLedger usage() {
        return only(UsageLedger.class, this);
    }

    public Optional<UsageBlock> lease(UsageBlock.Wanted wanted, UsageLimits limits) {
        return Optional.of(wanted.ofSize(wanted.most()));
    }

    public List<Boolean> record(List<UsageLedger.Use> uses) {
        return uses.stream().map(use -> true).toList();
    }

    public Set<String> keysOf(String name) {
        return name.equals(account) ? granted : Set.of();
    }

    /** The port, of which only what {@code part} has may be called. */
    private static <T> T only(Class<T> port, Object part) {
        return port.cast(Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, (proxy, method, args) -> {
            try {
                return part.getClass()
                        .getMethod(method.getName(), method.getParameterTypes())
                        .invoke(part, args);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }));
    }
}
