package vn.lienthong.exchange.infrastructure.edxml;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.domain.edxml.EdxmlRules;
import vn.lienthong.exchange.domain.edxml.EdxmlStatus;
import vn.lienthong.exchange.domain.edxml.Organ;
import vn.lienthong.exchange.domain.edxml.ResponseFor;
import vn.lienthong.exchange.domain.edxml.StaffInfo;
import vn.lienthong.exchange.domain.edxml.StatusCode;

/** The header of a status message. */
final class StatusMapping {
    private final EdxmlRules rules;
    private final Findings findings;
    private final AgencyMapping agencies;

    StatusMapping(EdxmlRules rules, Findings findings) {
        this.rules = rules;
        this.findings = findings;
        this.agencies = new AgencyMapping(findings);
    }

    /** Null when it cannot be made; then the message is refused. */
    @Nullable EdxmlStatus map(Fields header) {
        Organ from = agencies.from(header);
        ResponseFor responseFor = responseFor(header);
        StatusCode statusCode = statusCode(header);
        String description = header.text("Description", 500);
        if (statusCode != null && statusCode.needsReason() && description.isEmpty()) {
            findings.refuseOrNote(
                    rules.refuseLooseStructure(), "N." + header.path("Description"), "a rejection gives its reason");
        }
        Instant timestamp = timestamp(header);
        StaffInfo staffInfo =
                header.child("StaffInfo").map(AgencyMapping::staffInfo).orElse(null);
        return from == null || responseFor == null || statusCode == null || timestamp == null
                ? null
                : new EdxmlStatus(from, responseFor, staffInfo, statusCode, description, timestamp);
    }

    private @Nullable ResponseFor responseFor(Fields header) {
        Fields responseFor = header.child("ResponseFor").orElse(null);
        if (responseFor == null) {
            findings.refuse("N." + header.path("ResponseFor"), "missing");
            return null;
        }
        return agencies.responseFor(responseFor);
    }

    private @Nullable StatusCode statusCode(Fields header) {
        String code = header.required("StatusCode", 2);
        StatusCode known =
                StatusCode.ofCode(code.length() == 1 ? "0" + code : code).orElse(null);
        if (known == null && !code.isEmpty()) {
            findings.refuse("R." + header.path("StatusCode"), "unknown: " + Findings.quote(code));
        }
        return known;
    }

    private @Nullable Instant timestamp(Fields header) {
        String text = header.required("Timestamp", 19);
        Instant timestamp = EdxmlTime.timestamp(text);
        if (timestamp == null && !text.isEmpty()) {
            findings.refuse("T." + header.path("Timestamp"), "not a time: " + Findings.quote(text));
        }
        return timestamp;
    }
}
