package vn.lienthong.exchange.boundary.soap.endpoint;

import jakarta.activation.DataHandler;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import vn.lienthong.exchange.application.delivery.FetchedContent;
import vn.lienthong.exchange.application.delivery.Mailbox;
import vn.lienthong.exchange.application.delivery.Transport;
import vn.lienthong.exchange.application.delivery.TransportOutcome;
import vn.lienthong.exchange.application.directory.Directory;
import vn.lienthong.exchange.application.dispatch.AcceptDispatch;
import vn.lienthong.exchange.application.dispatch.AcceptOutcome;
import vn.lienthong.exchange.application.dispatch.RecordStatus;
import vn.lienthong.exchange.application.dispatch.StatusOutcome;
import vn.lienthong.exchange.application.dispatch.StatusReport;
import vn.lienthong.exchange.application.dispatch.Submission;
import vn.lienthong.exchange.application.dispatch.Traces;
import vn.lienthong.exchange.boundary.soap.message.ConfirmReceived;
import vn.lienthong.exchange.boundary.soap.message.ConfirmReceivedResponse;
import vn.lienthong.exchange.boundary.soap.message.Exchange;
import vn.lienthong.exchange.boundary.soap.message.GetDocument;
import vn.lienthong.exchange.boundary.soap.message.GetDocumentResponse;
import vn.lienthong.exchange.boundary.soap.message.GetOrganizations;
import vn.lienthong.exchange.boundary.soap.message.GetOrganizationsResponse;
import vn.lienthong.exchange.boundary.soap.message.GetPendingDocumentIds;
import vn.lienthong.exchange.boundary.soap.message.GetPendingDocumentIdsResponse;
import vn.lienthong.exchange.boundary.soap.message.GetTraces;
import vn.lienthong.exchange.boundary.soap.message.GetTracesResponse;
import vn.lienthong.exchange.boundary.soap.message.SendDocument;
import vn.lienthong.exchange.boundary.soap.message.SendDocumentResponse;
import vn.lienthong.exchange.boundary.soap.message.UpdateTraces;
import vn.lienthong.exchange.boundary.soap.message.UpdateTracesResponse;
import vn.lienthong.exchange.domain.account.Caller;
import vn.lienthong.exchange.domain.agency.AgencyFilter;
import vn.lienthong.exchange.domain.agency.AgencyRecord;
import vn.lienthong.exchange.domain.content.DeclaredBody;
import vn.lienthong.exchange.domain.delivery.DocId;
import vn.lienthong.exchange.domain.delivery.ReceivedMessage;
import vn.lienthong.exchange.domain.delivery.ReceivedQuery;
import vn.lienthong.exchange.domain.delivery.StatusEntry;
import vn.lienthong.exchange.domain.dispatch.Channel;
import vn.lienthong.exchange.domain.dispatch.DeliveryId;
import vn.lienthong.exchange.domain.dispatch.MessageType;
import vn.lienthong.exchange.domain.failure.Failure;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.FailureException;

/** The operations of exchange.wsdl over the use cases. Thread-safe. Every failure leaves it as a FailureException. */
public final class ExchangeEndpoint implements Exchange {
    /** An answer is built in memory before it is signed: about two megabytes. */
    private static final int ORGANIZATIONS_AT_ONCE = 5000;

    private final AcceptDispatch acceptDispatch;
    private final Mailbox mailbox;
    private final Transport transport;
    private final RecordStatus recordStatus;
    private final Traces traces;
    private final Directory directory;

    public ExchangeEndpoint(
            AcceptDispatch acceptDispatch,
            Mailbox mailbox,
            Transport transport,
            RecordStatus recordStatus,
            Traces traces,
            Directory directory) {
        this.acceptDispatch = acceptDispatch;
        this.mailbox = mailbox;
        this.transport = transport;
        this.recordStatus = recordStatus;
        this.traces = traces;
        this.directory = directory;
    }

    @Override
    public SendDocumentResponse sendDocument(SendDocument request) {
        Caller caller = Call.current().caller();
        long length = Fields.length(request.length);
        DataHandler content = Fields.required("Content", request.content);
        try (InputStream body = new DeclaredLength(content.getInputStream(), length)) {
            Submission submission = new Submission(
                    Channel.SOAP,
                    body,
                    DeclaredBody.of(Fields.sha256(request.sha256)),
                    length,
                    Fields.organ("From", request.from),
                    Fields.messageType(request.messageType),
                    Fields.organs("To", request.to),
                    Fields.idempotencyKey(request.idempotencyKey));
            return switch (acceptDispatch.accept(caller, submission)) {
                case AcceptOutcome.Accepted accepted -> Answers.accepted(accepted);
                case AcceptOutcome.Refused refused -> throw new FailureException(refused.failure());
            };
        } catch (IOException e) {
            throw new FailureException(Failure.of(FailureCode.BODY_TRUNCATED), e);
        }
    }

    @Override
    public GetPendingDocumentIdsResponse getPendingDocumentIds(GetPendingDocumentIds request) {
        Caller caller = Call.current().caller();
        MessageType type = Fields.messageType(request.messageType);
        ReceivedQuery query = new ReceivedQuery(
                Fields.organs("To", request.to),
                type == null ? MessageType.EDOC : type,
                null,
                null,
                Fields.page(request.pageIndex, request.pageSize));
        GetPendingDocumentIdsResponse answer = new GetPendingDocumentIdsResponse();
        for (ReceivedMessage message : mailbox.received(caller, query)) {
            answer.pending.add(Answers.pending(message));
        }
        answer.total = mailbox.count(caller, query);
        return answer;
    }

    @Override
    public GetDocumentResponse getDocument(GetDocument request) {
        Call call = Call.current();
        DocId id = Fields.docId(request.docId);
        FetchedContent fetched = mailbox.fetch(call.caller(), id).orElseThrow(() -> notFound(id));
        call.holds(fetched::close);
        call.answersWith(fetched.dispatch().content().length());
        GetDocumentResponse answer = Answers.document(id, fetched.dispatch());
        answer.content = new DataHandler(new StreamedContent(fetched.body()));
        return answer;
    }

    @Override
    public ConfirmReceivedResponse confirmReceived(ConfirmReceived request) {
        DeliveryId delivery = new DeliveryId(Fields.docId(request.docId).value());
        return switch (transport.report(Call.current().caller(), delivery, Fields.state(request.state))) {
            case TransportOutcome.Updated updated -> {
                ConfirmReceivedResponse answer = new ConfirmReceivedResponse();
                answer.state = updated.state().wireName();
                yield answer;
            }
            case TransportOutcome.Refused refused -> throw new FailureException(refused.failure());
        };
    }

    @Override
    public UpdateTracesResponse updateTraces(UpdateTraces request) {
        StatusReport report = new StatusReport(
                Channel.SOAP,
                Fields.docId(request.docId),
                Fields.organ("From", request.from),
                Fields.status(request.statusCode),
                request.description == null ? "" : request.description,
                Fields.at(request.at));
        return switch (recordStatus.record(Call.current().caller(), report)) {
            case StatusOutcome.Recorded recorded -> {
                UpdateTracesResponse answer = new UpdateTracesResponse();
                answer.repeated = recorded.repeated();
                yield answer;
            }
            case StatusOutcome.Refused refused -> throw new FailureException(refused.failure());
        };
    }

    @Override
    public GetTracesResponse getTraces(GetTraces request) {
        DocId id = Fields.docId(request.docId);
        List<StatusEntry> history = traces.of(Call.current().caller(), id).orElseThrow(() -> notFound(id));
        GetTracesResponse answer = new GetTracesResponse();
        history.forEach(entry -> answer.trace.add(Answers.trace(entry)));
        return answer;
    }

    @Override
    public GetOrganizationsResponse getOrganizations(GetOrganizations request) {
        Call.current().caller(); // open to every system, and to nobody unsigned
        GetOrganizationsResponse answer = new GetOrganizationsResponse();
        List<AgencyRecord> rows =
                directory.page(AgencyFilter.LIVING, Fields.organ("After", request.after), ORGANIZATIONS_AT_ONCE);
        rows.forEach(row -> answer.organization.add(Answers.organization(row.agency())));
        if (rows.size() == ORGANIZATIONS_AT_ONCE) {
            answer.next = rows.getLast().agency().id().value();
        }
        return answer;
    }

    private static FailureException notFound(DocId id) {
        return new FailureException(Failure.of(FailureCode.NOT_FOUND, id.toString()));
    }
}
