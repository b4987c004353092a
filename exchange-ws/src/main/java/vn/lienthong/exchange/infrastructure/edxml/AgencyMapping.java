package vn.lienthong.exchange.infrastructure.edxml;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.domain.agency.OrganId;
import vn.lienthong.exchange.domain.edxml.Organ;
import vn.lienthong.exchange.domain.edxml.ResponseFor;
import vn.lienthong.exchange.domain.edxml.StaffInfo;

/** The parts that documents and statuses have in common. */
final class AgencyMapping {
    private final Findings findings;

    AgencyMapping(Findings findings) {
        this.findings = findings;
    }

    /** Null when it is missing or has no identifier; then the message is refused. */
    @Nullable Organ from(Fields header) {
        Fields from = header.child("From").orElse(null);
        if (from == null) {
            findings.refuse("N." + header.path("From"), "missing");
            return null;
        }
        return organ(from);
    }

    /** Those that have an identifier; refused when there are none or two of one identifier. */
    List<Organ> to(Fields header) {
        List<Organ> receivers = new ArrayList<>();
        Set<OrganId> seen = new HashSet<>();
        for (Fields to : header.children("To")) {
            Organ receiver = organ(to);
            if (receiver != null && seen.add(receiver.organId())) {
                receivers.add(receiver);
            } else if (receiver != null) {
                findings.refuse("M." + to.path("OrganId"), receiver.organId() + " stands twice");
            }
        }
        if (receivers.isEmpty()) {
            findings.refuse("N." + header.path("To"), "missing");
        }
        return receivers;
    }

    private static @Nullable Organ organ(Fields organ) {
        OrganId organId = organ.organId("OrganId");
        String organName = organ.required("OrganName", 200);
        return organId == null
                ? null
                : new Organ(
                        organId,
                        organ.text("OrganizationInCharge", 200),
                        organName,
                        organ.text("OrganAdd", 250),
                        organ.text("Email", 100),
                        organ.text("Telephone", 20),
                        organ.text("Fax", 20),
                        organ.text("Website", 100));
    }

    /** Null when it does not say which document; then the message is refused. */
    @Nullable ResponseFor responseFor(Fields responseFor) {
        OrganId organId = responseFor.organId("OrganId");
        String code = responseFor.text("Code", 50);
        String documentId = responseFor.text("DocumentId", 200);
        if (code.isEmpty() && documentId.isEmpty()) {
            findings.refuse("N." + responseFor.path("DocumentId"), "neither DocumentId nor Code");
            return null;
        }
        return organId == null
                ? null
                : new ResponseFor(organId, code, documentId, responseFor.date("PromulgationDate"));
    }

    static StaffInfo staffInfo(Fields staff) {
        return new StaffInfo(
                staff.text("Department", 250),
                staff.text("DepartmentId", 100),
                staff.text("Staff", 100),
                staff.text("StaffId", 100),
                staff.text("Email", 100),
                staff.text("Mobile", 100));
    }
}
