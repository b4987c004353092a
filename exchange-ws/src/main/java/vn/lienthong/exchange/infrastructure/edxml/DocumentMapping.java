package vn.lienthong.exchange.infrastructure.edxml;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.domain.dispatch.DocumentId;
import vn.lienthong.exchange.domain.edxml.Attachment;
import vn.lienthong.exchange.domain.edxml.Code;
import vn.lienthong.exchange.domain.edxml.DocumentType;
import vn.lienthong.exchange.domain.edxml.EdxmlDocument;
import vn.lienthong.exchange.domain.edxml.EdxmlRules;
import vn.lienthong.exchange.domain.edxml.EnvelopeSignature;
import vn.lienthong.exchange.domain.edxml.MessageHeader;
import vn.lienthong.exchange.domain.edxml.Organ;
import vn.lienthong.exchange.domain.edxml.OtherInfo;
import vn.lienthong.exchange.domain.edxml.PromulgationInfo;
import vn.lienthong.exchange.domain.edxml.SignerInfo;

/** The header of a document message. */
final class DocumentMapping {
    private final EdxmlRules rules;
    private final Findings findings;
    private final Clock clock;
    private final AgencyMapping agencies;

    DocumentMapping(EdxmlRules rules, Findings findings, Clock clock) {
        this.rules = rules;
        this.findings = findings;
        this.clock = clock;
        this.agencies = new AgencyMapping(findings);
    }

    /** Null when it cannot be made; then the message is refused. */
    @Nullable EdxmlDocument map(
            Fields header, @Nullable Fields traces, @Nullable Element signature, List<Attachment> attachments) {
        MessageHeader messageHeader = header(header);
        TraceMapping trace = new TraceMapping(rules, findings);
        return messageHeader == null
                ? null
                : new EdxmlDocument(messageHeader, trace.map(traces), signature(signature), attachments);
    }

    private @Nullable MessageHeader header(Fields header) {
        Organ from = agencies.from(header);
        List<Organ> to = agencies.to(header);
        Code code = code(header);
        PromulgationInfo promulgation = promulgation(header);
        DocumentType type = documentType(header);
        String subject = header.required("Subject", 500);
        SignerInfo signer = signerInfo(header);
        OtherInfo other = new OtherInfoMapping(findings).map(header);
        DocumentId documentId = documentId(header, from, promulgation, code);
        if (from == null
                || to.isEmpty()
                || code == null
                || promulgation == null
                || type == null
                || signer == null
                || other == null
                || documentId == null) {
            return null;
        }
        return new MessageHeader(
                from,
                to,
                documentId,
                code,
                promulgation,
                type,
                subject,
                header.text("Content", 500),
                signer,
                header.date("DueDate"),
                other,
                header.children("ResponseFor").stream()
                        .map(agencies::responseFor)
                        .filter(Objects::nonNull)
                        .toList(),
                header.number("SteeringType"),
                header.list("ResponseForTask", "TaskCode", 100),
                header.text("ApplicationType", 100),
                header.list("ToPlaces", "Place", 150));
    }

    private @Nullable Fields part(Fields header, String name) {
        Fields part = header.child(name).orElse(null);
        if (part == null) {
            findings.refuse("N." + header.path(name), "missing");
        }
        return part;
    }

    private @Nullable Code code(Fields header) {
        Fields code = part(header, "Code");
        return code == null ? null : new Code(code.required("CodeNumber", 11), code.required("CodeNotation", 30));
    }

    private @Nullable PromulgationInfo promulgation(Fields header) {
        Fields info = part(header, "PromulgationInfo");
        if (info == null) {
            return null;
        }
        String text = info.required("PromulgationDate", 10);
        LocalDate date = EdxmlTime.date(text);
        if (date == null) {
            if (!text.isEmpty()) {
                findings.refuse("T." + info.path("PromulgationDate"), "not a date: " + Findings.quote(text));
            }
            return null;
        }
        if (date.isAfter(LocalDate.ofInstant(clock.instant(), EdxmlTime.VIETNAM))) {
            findings.refuseOrNote(
                    rules.refuseFutureDate(), "R." + info.path("PromulgationDate"), "lies in the future: " + date);
        }
        return new PromulgationInfo(info.text("Place", 50), date);
    }

    private @Nullable DocumentType documentType(Fields header) {
        Fields type = part(header, "DocumentType");
        return type == null
                ? null
                : new DocumentType(type.text("Type", 3), type.text("TypeDetail", 3), type.required("TypeName", 100));
    }

    private @Nullable SignerInfo signerInfo(Fields header) {
        Fields signer = part(header, "SignerInfo");
        return signer == null
                ? null
                : new SignerInfo(
                        signer.text("Competence", 100), signer.text("Position", 100), signer.required("FullName", 50));
    }

    /** A sender may leave it empty; then it is issuer, date and code, as the axis writes it. */
    private @Nullable DocumentId documentId(
            Fields header, @Nullable Organ from, @Nullable PromulgationInfo promulgation, @Nullable Code code) {
        String text = header.text("DocumentId", 200);
        if (text.isEmpty() && from != null && promulgation != null && code != null) {
            findings.note("N." + header.path("DocumentId"), "made of issuer, date and code");
            text = from.organId() + "," + EdxmlTime.DATE.format(promulgation.promulgationDate()) + "," + code;
        }
        if (DocumentId.isWellFormed(text)) {
            return new DocumentId(text);
        }
        if (!text.isEmpty()) {
            findings.refuse("M." + header.path("DocumentId"), "not an identifier: " + Findings.quote(text));
        }
        return null;
    }

    private static @Nullable EnvelopeSignature signature(@Nullable Element signature) {
        return signature == null
                ? null
                : new EnvelopeSignature(signature.children("SignedInfo").stream()
                        .flatMap(info -> info.children("SignatureMethod").stream())
                        .map(method -> method.attributes().getOrDefault("Algorithm", ""))
                        .findFirst()
                        .orElse(""));
    }
}
