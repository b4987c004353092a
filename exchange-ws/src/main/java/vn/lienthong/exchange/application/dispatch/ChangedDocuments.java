package vn.lienthong.exchange.application.dispatch;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.application.dispatch.PlannedChange.Target;
import vn.lienthong.exchange.domain.agency.OrganId;
import vn.lienthong.exchange.domain.dispatch.BusinessType;
import vn.lienthong.exchange.domain.dispatch.Dispatch;
import vn.lienthong.exchange.domain.dispatch.DispatchId;
import vn.lienthong.exchange.domain.dispatch.DocumentId;
import vn.lienthong.exchange.domain.edxml.Bussiness;
import vn.lienthong.exchange.domain.edxml.BussinessDocumentInfo;
import vn.lienthong.exchange.domain.edxml.EdxmlDocument;
import vn.lienthong.exchange.domain.edxml.ReplacementInfo;
import vn.lienthong.exchange.domain.failure.Failure;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.FailureException;
import vn.lienthong.exchange.domain.failure.Finding;
import vn.lienthong.exchange.domain.ledger.Ledger;

/**
 * Finds what a recall, update or replacement changes: a document of the same sender that went to those recipients.
 * Source: QCVN 102:2016, {@code Bussiness}. For one message.
 */
final class ChangedDocuments {
    private static final String BUSSINESS = "TraceHeaderList.Bussiness.";

    private final Ledger ledger;
    private final Addressing addressing;
    private final EdxmlDocument message;
    private final List<Finding> findings = new ArrayList<>();

    private ChangedDocuments(Ledger ledger, Addressing addressing, EdxmlDocument message) {
        this.ledger = ledger;
        this.addressing = addressing;
        this.message = message;
    }

    /**
     * What the message changes, or null for a new document.
     *
     * @throws FailureException {@code change-not-possible} with all that is wrong
     */
    static @Nullable PlannedChange of(
            Ledger ledger, Addressing addressing, EdxmlDocument message, BusinessType businessType) {
        return businessType == BusinessType.NEW
                ? null
                : new ChangedDocuments(ledger, addressing, message).plan(businessType);
    }

    /** @throws FailureException {@code change-not-possible} if the message does not replace the one that it has to */
    static void requireReplacement(@Nullable DispatchId wanted, Dispatch message, @Nullable PlannedChange change) {
        if (wanted == null) {
            return;
        }
        boolean replaces = message.businessType() == BusinessType.REPLACE
                && change != null
                && change.targets().stream()
                        .anyMatch(target -> target.document().id().equals(wanted));
        if (!replaces) {
            Finding finding = new Finding(
                    "R." + BUSSINESS + "ReplacementInfoList.ReplacementInfo.DocumentId",
                    "does not replace the document that the request names");
            throw new FailureException(new Failure(
                    FailureCode.CHANGE_NOT_POSSIBLE,
                    List.of(message.documentId().value()),
                    List.of(finding)));
        }
    }

    private PlannedChange plan(BusinessType businessType) {
        Bussiness bussiness = message.traceHeaderList().bussiness();
        List<Target> targets = new ArrayList<>();
        if (businessType == BusinessType.REPLACE
                && !bussiness.replacementInfoList().isEmpty()) {
            bussiness.replacementInfoList().forEach(info -> targets.addAll(replaced(info)));
        } else {
            boolean named = !bussiness.documentId().isBlank();
            String id = named
                    ? bussiness.documentId()
                    : message.header().documentId().value();
            String path = named ? BUSSINESS + "DocumentId" : "MessageHeader.DocumentId";
            document(id, path).ifPresent(document -> targets.addAll(held(document, businessType)));
        }
        PlannedChange change = new PlannedChange(targets, bussiness.bussinessDocReason());
        if (change.targets().stream().anyMatch(target -> target.parties().isEmpty())) {
            find("R.MessageHeader.To", "no recipient of this message received the document");
        }
        if (!findings.isEmpty()) {
            throw new FailureException(new Failure(
                    FailureCode.CHANGE_NOT_POSSIBLE,
                    List.of(message.header().documentId().value()),
                    findings));
        }
        return change;
    }

    /** The sender's document of that identifier; what recalls something is not changed itself. */
    private Optional<Dispatch> document(String id, String path) {
        Optional<Dispatch> found = DocumentId.isWellFormed(id)
                ? ledger.dispatches().document(addressing.sender(), new DocumentId(id), false)
                : Optional.empty();
        Optional<Dispatch> document = found.filter(one -> one.businessType() != BusinessType.RECALL);
        if (document.isEmpty()) {
            find("M." + path, "names no document that this sender sent through this server");
        }
        return document;
    }

    /** What those of the recipients have who received the document. Only an update or replacement may go to others as well. */
    private List<Target> held(Dispatch document, BusinessType businessType) {
        Map<OrganId, Dispatch> holders = holders(document);
        Set<OrganId> others = new TreeSet<>(addressing.recipients());
        others.removeAll(holders.keySet());
        if (businessType == BusinessType.UPDATE) {
            others.removeAll(newReceivers());
        }
        if (businessType != BusinessType.REPLACE) {
            others.forEach(one -> find("R.MessageHeader.To.OrganId", one + " did not receive the document"));
        }
        return targets(document, holders, addressing.recipients());
    }

    private Map<OrganId, Dispatch> holders(Dispatch document) {
        return ledger.dispatches().holders(document.sender(), document.documentId());
    }

    /** The document, or the update by which they have it; for none of them, the document for nobody. */
    private static List<Target> targets(Dispatch document, Map<OrganId, Dispatch> holders, Set<OrganId> parties) {
        Map<Dispatch, Set<OrganId>> held = new LinkedHashMap<>();
        holders.forEach((party, message) -> {
            if (parties.contains(party)) {
                held.computeIfAbsent(message, one -> new TreeSet<>()).add(party);
            }
        });
        List<Target> targets = new ArrayList<>();
        held.forEach((message, holding) -> targets.add(new Target(message, holding)));
        return targets.isEmpty() ? List.of(new Target(document, Set.of())) : targets;
    }

    /** Whom an update names in its list of changed receivers. */
    private Set<OrganId> newReceivers() {
        BussinessDocumentInfo info = message.traceHeaderList().bussiness().bussinessDocumentInfo();
        return info == null || !info.documentReceiver()
                ? Set.of()
                : present(info.receiverList().stream()
                                .map(BussinessDocumentInfo.Receiver::organId)
                                .toList())
                        .keySet();
    }

    private List<Target> replaced(ReplacementInfo info) {
        String path = BUSSINESS + "ReplacementInfoList.ReplacementInfo.";
        Optional<Dispatch> document = document(info.documentId(), path + "DocumentId");
        if (document.isEmpty()) {
            return List.of();
        }
        Map<OrganId, Dispatch> holders = holders(document.get());
        Map<OrganId, OrganId> named = present(info.organIdList());
        for (OrganId one : info.organIdList()) {
            if (named.values().stream().noneMatch(one::equals)) {
                find("R." + path + "OrganIdList.OrganId", one + " is not known");
            }
        }
        named.forEach((agency, as) -> {
            if (!holders.containsKey(agency)) {
                find("R." + path + "OrganIdList.OrganId", as + " did not receive the document");
            }
        });
        Set<OrganId> parties = new TreeSet<>(addressing.recipients());
        if (!named.isEmpty()) {
            parties.retainAll(named.keySet());
        }
        return targets(document.get(), holders, parties);
    }

    /** By present identifiers, each with a spelling that the message has. */
    private Map<OrganId, OrganId> present(List<OrganId> named) {
        Map<OrganId, OrganId> present = new LinkedHashMap<>();
        ledger.agencies().resolve(named).forEach((as, agency) -> present.put(agency, as));
        return present;
    }

    private void find(String code, String detail) {
        findings.add(new Finding(code, detail));
    }
}
