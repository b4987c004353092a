package vn.lienthong.exchange.boundary.soap.endpoint;

import vn.lienthong.exchange.application.dispatch.AcceptOutcome.Accepted;
import vn.lienthong.exchange.boundary.soap.message.GetDocumentResponse;
import vn.lienthong.exchange.boundary.soap.message.Organization;
import vn.lienthong.exchange.boundary.soap.message.PendingDocument;
import vn.lienthong.exchange.boundary.soap.message.SendDocumentResponse;
import vn.lienthong.exchange.boundary.soap.message.Trace;
import vn.lienthong.exchange.domain.agency.Agency;
import vn.lienthong.exchange.domain.agency.OrganId;
import vn.lienthong.exchange.domain.delivery.DocId;
import vn.lienthong.exchange.domain.delivery.ReceivedMessage;
import vn.lienthong.exchange.domain.delivery.StatusEntry;
import vn.lienthong.exchange.domain.dispatch.Dispatch;

/** From the domain to the elements of an answer. */
final class Answers {
    private Answers() {}

    static SendDocumentResponse accepted(Accepted accepted) {
        SendDocumentResponse answer = new SendDocumentResponse();
        answer.docId = accepted.id().toString();
        answer.acceptedAt = accepted.acceptedAt().toString();
        answer.sha256 = accepted.content().digest().hex();
        answer.length = accepted.content().length();
        accepted.recipients().stream().map(OrganId::value).forEach(answer.to::add);
        answer.repeated = accepted.repeated();
        return answer;
    }

    static PendingDocument pending(ReceivedMessage message) {
        Dispatch dispatch = message.dispatch();
        PendingDocument row = new PendingDocument();
        row.docId = message.id().toString();
        row.messageType = dispatch.type().wireName();
        row.from = dispatch.sender().value();
        row.to = message.recipient().value();
        row.documentId = dispatch.documentId().value();
        row.subject = dispatch.subject();
        row.priority = dispatch.priority();
        row.state = message.state().wireName();
        row.acceptedAt = dispatch.acceptedAt().toString();
        row.sha256 = dispatch.content().digest().hex();
        row.length = dispatch.content().length();
        return row;
    }

    /** Without its content. */
    static GetDocumentResponse document(DocId id, Dispatch dispatch) {
        GetDocumentResponse answer = new GetDocumentResponse();
        answer.docId = id.toString();
        answer.messageType = dispatch.type().wireName();
        answer.from = dispatch.sender().value();
        answer.documentId = dispatch.documentId().value();
        answer.sha256 = dispatch.content().digest().hex();
        answer.length = dispatch.content().length();
        return answer;
    }

    static Trace trace(StatusEntry entry) {
        Trace row = new Trace();
        row.statusCode = entry.status().code();
        row.reporter = entry.reporter().value();
        row.recipient = entry.party().value();
        row.description = entry.description();
        row.at = entry.at().toString();
        row.recordedAt = entry.recordedAt().toString();
        return row;
    }

    static Organization organization(Agency agency) {
        Organization row = new Organization();
        row.organId = agency.id().value();
        row.name = agency.name();
        row.mail = agency.mail();
        OrganId parent = agency.parent();
        row.parent = parent == null ? null : parent.value();
        agency.aliases().stream().map(OrganId::value).forEach(row.alias::add);
        row.connected = agency.system() != null;
        return row;
    }
}
