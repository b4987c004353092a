package vn.lienthong.exchange.application.dispatch;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import vn.lienthong.exchange.domain.capability.Capability;
import vn.lienthong.exchange.domain.dispatch.BusinessType;
import vn.lienthong.exchange.domain.dispatch.Dispatch;
import vn.lienthong.exchange.domain.dispatch.MessageType;
import vn.lienthong.exchange.domain.edxml.Attachment;
import vn.lienthong.exchange.domain.failure.Failure;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.FailureException;
import vn.lienthong.exchange.domain.failure.Finding;
import vn.lienthong.exchange.domain.ledger.Ledger;

/** What a receiver has said that it cannot take is not taken in for it. */
final class ReceiverLimits {
    private ReceiverLimits() {}

    /**
     * Statuses and recalls reach everybody.
     *
     * @throws FailureException {@code receiver-cannot-take} naming each receiver, and what is too much for it
     */
    static void refuse(Ledger ledger, NewDispatch planned) {
        Dispatch dispatch = planned.dispatch();
        if (dispatch.type() != MessageType.EDOC || dispatch.businessType() == BusinessType.RECALL) {
            return;
        }
        List<Finding> findings = new ArrayList<>();
        Set<String> agencies = ledger.capabilities().of(planned.recipients().keySet()).stream()
                .filter(capability -> findings.addAll(against(capability, planned)))
                .map(capability -> capability.agency().value())
                .collect(Collectors.toCollection(TreeSet::new));
        if (!findings.isEmpty()) {
            throw new FailureException(
                    new Failure(FailureCode.RECEIVER_CANNOT_TAKE, List.of(String.join(", ", agencies)), findings));
        }
    }

    private static List<Finding> against(Capability capability, NewDispatch planned) {
        Dispatch dispatch = planned.dispatch();
        String agency = capability.agency().value();
        List<Finding> findings = new ArrayList<>();
        if (dispatch.content().length() > capability.maxOctets()) {
            findings.add(new Finding("R.edXML", agency + " takes at most " + capability.maxOctets() + " octets"));
        }
        if (!capability.businessTypes().contains(dispatch.businessType())) {
            findings.add(new Finding(
                    "R.TraceHeaderList.Bussiness.BussinessDocType",
                    agency + " does not take business type "
                            + dispatch.businessType().code()));
        }
        for (Attachment attachment : planned.acceptance().attachments()) {
            if (!takes(capability, attachment)) {
                findings.add(new Finding(
                        "R.AttachmentEncoded.Attachment.ContentType",
                        agency + " does not take this type of attachment"));
                break;
            }
        }
        return findings;
    }

    private static boolean takes(Capability capability, Attachment attachment) {
        String type = attachment.contentType().split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return capability.contentTypes().isEmpty() || capability.contentTypes().contains(type);
    }
}
