package vn.lienthong.exchange.application.oauth;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import vn.lienthong.exchange.domain.audit.AuditNote;
import vn.lienthong.exchange.domain.audit.Deed;
import vn.lienthong.exchange.domain.ledger.Ledger;
import vn.lienthong.exchange.domain.oauth.Grant;

/** Writes down what became of a grant. */
final class OAuthNotes {
    private OAuthNotes() {}

    static void note(Ledger ledger, Deed deed, Grant grant, String reason, Instant at) {
        ledger.audit()
                .append(new AuditNote(
                        deed,
                        at,
                        null,
                        Objects.requireNonNullElse(grant.account(), grant.client()),
                        null,
                        null,
                        new TreeMap<>(Map.of(
                                "application", grant.client(),
                                "grant", grant.id().toString(),
                                "reason", reason,
                                "scope", grant.scope().wireName()))));
    }
}
