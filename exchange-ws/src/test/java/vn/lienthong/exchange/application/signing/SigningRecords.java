package vn.lienthong.exchange.application.signing;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import vn.lienthong.exchange.domain.account.Accounts;
import vn.lienthong.exchange.domain.audit.AuditNote;
import vn.lienthong.exchange.domain.audit.AuditTrail;
import vn.lienthong.exchange.domain.ledger.Ledger;
import vn.lienthong.exchange.domain.ledger.UnitOfWork;

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
        return notes::add;
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
