package vn.lienthong.exchange.infrastructure.edxml;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.domain.agency.OrganId;
import vn.lienthong.exchange.domain.edxml.Bussiness;
import vn.lienthong.exchange.domain.edxml.BussinessDocType;
import vn.lienthong.exchange.domain.edxml.BussinessDocumentInfo;
import vn.lienthong.exchange.domain.edxml.EdxmlRules;
import vn.lienthong.exchange.domain.edxml.ReplacementInfo;
import vn.lienthong.exchange.domain.edxml.TraceHeader;
import vn.lienthong.exchange.domain.edxml.TraceHeaderList;

/** {@code TraceHeaderList}: the stations of a message, and its business. */
final class TraceMapping {
    private final EdxmlRules rules;
    private final Findings findings;

    TraceMapping(EdxmlRules rules, Findings findings) {
        this.rules = rules;
        this.findings = findings;
    }

    /** Without a list, a new document. */
    TraceHeaderList map(@Nullable Fields traces) {
        if (traces == null) {
            findings.refuseOrNote(rules.refuseLooseStructure(), "N.TraceHeaderList", "missing");
            return new TraceHeaderList(newDocument(), List.of());
        }
        Fields bussiness = traces.child("Bussiness|Business").orElse(null);
        if (bussiness == null) {
            findings.refuseOrNote(rules.refuseLooseStructure(), "N." + traces.path("Bussiness"), "missing");
        }
        List<TraceHeader> headers = traces.children("TraceHeader").stream()
                .map(this::traceHeader)
                .filter(Objects::nonNull)
                .toList();
        return new TraceHeaderList(bussiness == null ? newDocument() : bussiness(bussiness), headers);
    }

    private static Bussiness newDocument() {
        return new Bussiness(BussinessDocType.NEW, "", "", "", null, List.of(), List.of());
    }

    /** Null when it names no agency or no time; it is found, and left out. */
    private @Nullable TraceHeader traceHeader(Fields trace) {
        String organId = trace.text("OrganId", 35);
        Instant timestamp = trace.timestamp("Timestamp");
        if (!OrganId.isWellFormed(organId) || timestamp == null) {
            findings.refuseOrNote(rules.refuseLooseStructure(), "N." + trace.path("Timestamp"), "agency and time");
            return null;
        }
        return new TraceHeader(new OrganId(organId), timestamp);
    }

    private Bussiness bussiness(Fields bussiness) {
        return new Bussiness(
                docType(bussiness),
                bussiness.text("DocumentId", 200),
                bussiness.text("BussinessDocReason|BusinessDocReason", 500),
                bussiness.text("Paper", 1),
                bussiness
                        .child("BussinessDocumentInfo|BusinessDocumentInfo")
                        .map(TraceMapping::documentInfo)
                        .orElse(null),
                bussiness.child("ReplacementInfoList").stream()
                        .flatMap(list -> list.children("ReplacementInfo").stream())
                        .map(TraceMapping::replacement)
                        .toList(),
                bussiness.children("StaffInfo").stream()
                        .map(AgencyMapping::staffInfo)
                        .toList());
    }

    /** What a document does to earlier ones is never guessed: a number that is not known refuses it. */
    private BussinessDocType docType(Fields bussiness) {
        String name = "BussinessDocType|BusinessDocType";
        String text = bussiness.text(name, 1);
        if (text.isEmpty()) {
            findings.refuseOrNote(rules.refuseLooseStructure(), "N." + bussiness.path(name), "missing");
            return BussinessDocType.NEW;
        }
        OptionalInt number = bussiness.number(name);
        return BussinessDocType.ofNumber(number.orElse(-1)).orElseGet(() -> {
            findings.refuse("R." + bussiness.path(name), "0 to 3, not " + Findings.quote(text));
            return BussinessDocType.NEW;
        });
    }

    private static BussinessDocumentInfo documentInfo(Fields info) {
        return new BussinessDocumentInfo(
                info.text("DocumentInfo", 1).equals("1"),
                info.text("DocumentReceiver", 1).equals("1"),
                info.child("ReceiverList").stream()
                        .flatMap(list -> list.children("Receiver").stream())
                        .map(TraceMapping::receiver)
                        .filter(Objects::nonNull)
                        .toList());
    }

    private static BussinessDocumentInfo.@Nullable Receiver receiver(Fields receiver) {
        OrganId organId = receiver.organId("OrganId");
        return organId == null ? null : new BussinessDocumentInfo.Receiver(organId, receiver.text("ReceiverType", 1));
    }

    private static ReplacementInfo replacement(Fields info) {
        return new ReplacementInfo(info.required("DocumentId", 200), info.organIds("OrganIdList", "OrganId"));
    }
}
