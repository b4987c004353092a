package vn.lienthong.exchange.infrastructure.persistence;

import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import vn.lienthong.exchange.domain.agency.OrganId;
import vn.lienthong.exchange.domain.agency.SystemId;
import vn.lienthong.exchange.domain.dispatch.DeliveryId;
import vn.lienthong.exchange.domain.dispatch.DispatchId;
import vn.lienthong.exchange.domain.relay.RelayLedger;

/** What goes to and comes from other exchanges, in PostgreSQL. */
record JdbiRelay(Handle handle) implements RelayLedger {
    @Override
    public Set<OrganId> passedOn(SystemId peer, DispatchId dispatch) {
        return handle
                .createQuery("select recipient::text from relay_passed where peer = :peer and dispatch = :dispatch")
                .bind("peer", peer.value())
                .bind("dispatch", dispatch.value())
                .mapTo(String.class)
                .stream()
                .map(OrganId::new)
                .collect(Collectors.toSet());
    }

    @Override
    public void passOn(SystemId peer, DispatchId dispatch, Set<OrganId> recipients, String docId, Instant at) {
        handle.createUpdate("""
                        insert into relay_passed (peer, dispatch, recipient, doc_id, at)
                        select :peer, :dispatch, unnest(:recipients), :docId, :at on conflict do nothing""")
                .bind("peer", peer.value())
                .bind("dispatch", dispatch.value())
                .bindArray("recipients", String.class, (Object[]) Columns.texts(recipients))
                .bind("docId", docId)
                .bind("at", at)
                .execute();
    }

    @Override
    public boolean follows(DeliveryId copy) {
        return handle.createQuery("""
                        select exists (select from delivery_order o join delivery e on e.id = o.earlier
                            where o.later = :copy and e.state not in ('done', 'withdrawn'))""")
                .bind("copy", copy.value())
                .mapTo(Boolean.class)
                .one();
    }

    @Override
    public boolean isRefused(SystemId peer, String docId, Instant now) {
        return handle.createQuery("select again > :now from relay_refused where peer = :peer and doc_id = :docId")
                .bind("peer", peer.value())
                .bind("docId", docId)
                .bind("now", now)
                .mapTo(Boolean.class)
                .findFirst()
                .orElse(false);
    }

    @Override
    public int refusals(SystemId peer, String docId) {
        return handle.createQuery("select refusals from relay_refused where peer = :peer and doc_id = :docId")
                .bind("peer", peer.value())
                .bind("docId", docId)
                .mapTo(Integer.class)
                .findFirst()
                .orElse(0);
    }

    @Override
    public void refuse(SystemId peer, String docId, String reason, Instant at, Instant again) {
        handle.createUpdate("""
                        insert into relay_refused (peer, doc_id, reason, refusals, at, again)
                        values (:peer, :docId, :reason, 1, :at, :again)
                        on conflict (peer, doc_id) do update set reason = excluded.reason, at = excluded.at,
                            again = excluded.again, refusals = relay_refused.refusals + 1""")
                .bind("peer", peer.value())
                .bind("docId", docId)
                .bind("reason", reason)
                .bind("at", at)
                .bind("again", again)
                .execute();
    }
}
