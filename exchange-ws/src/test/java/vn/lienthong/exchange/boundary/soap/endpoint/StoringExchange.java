package vn.lienthong.exchange.boundary.soap.endpoint;

import jakarta.activation.DataHandler;
import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
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
import vn.lienthong.exchange.domain.failure.Failure;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.FailureException;

/** Says what it received, and gives out as many octets as the id names: the transport alone is under test. */
final class StoringExchange implements Exchange {
    @Override
    public SendDocumentResponse sendDocument(SendDocument request) {
        try (InputStream body = request.content.getInputStream()) {
            DigestInputStream digesting = new DigestInputStream(body, MessageDigest.getInstance("SHA-256"));
            SendDocumentResponse response = new SendDocumentResponse();
            response.length = digesting.transferTo(java.io.OutputStream.nullOutputStream());
            response.sha256 =
                    HexFormat.of().formatHex(digesting.getMessageDigest().digest());
            response.docId = Call.current().caller().name();
            return response;
        } catch (IOException | NoSuchAlgorithmException e) {
            throw new FailureException(Failure.of(FailureCode.BODY_TRUNCATED), e);
        }
    }

    @Override
    public GetDocumentResponse getDocument(GetDocument request) {
        GetDocumentResponse response = new GetDocumentResponse();
        long length = Long.parseLong(request.docId);
        response.length = length;
        response.content = new DataHandler(new StreamedContent(new Zeros(length)));
        Call.current().answersWith(response.length);
        return response;
    }

    @Override
    public GetPendingDocumentIdsResponse getPendingDocumentIds(GetPendingDocumentIds request) {
        return new GetPendingDocumentIdsResponse();
    }

    @Override
    public ConfirmReceivedResponse confirmReceived(ConfirmReceived request) {
        throw new FailureException(Failure.of(FailureCode.NOT_FOUND, "văn bản"));
    }

    @Override
    public UpdateTracesResponse updateTraces(UpdateTraces request) {
        throw new IllegalStateException("secret detail");
    }

    @Override
    public GetTracesResponse getTraces(GetTraces request) {
        return new GetTracesResponse();
    }

    @Override
    public GetOrganizationsResponse getOrganizations(GetOrganizations request) {
        return new GetOrganizationsResponse();
    }
}
