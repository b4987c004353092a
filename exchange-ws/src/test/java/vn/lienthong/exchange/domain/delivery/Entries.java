package vn.lienthong.exchange.domain.delivery;

import java.time.Instant;
import java.util.UUID;
import vn.lienthong.exchange.domain.agency.OrganId;
import vn.lienthong.exchange.domain.dispatch.DispatchId;
import vn.lienthong.exchange.domain.edxml.StatusCode;

/** Entries of one copy's history, alike in all but status and words. */
final class Entries {
    private static final OrganId PARTY = new OrganId("G06");
    private static final Instant AT = Instant.parse("2026-11-02T01:02:03Z");

    private Entries() {}

    static StatusEntry of(StatusCode status, String description) {
        DispatchId document = new DispatchId(new UUID(7, 7));
        return new StatusEntry(new UUID(1, 1), document, PARTY, PARTY, status, description, AT, AT, null, false);
    }
}
