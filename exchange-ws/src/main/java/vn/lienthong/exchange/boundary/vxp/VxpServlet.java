package vn.lienthong.exchange.boundary.vxp;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.lienthong.exchange.application.capacity.FailedAttempts;
import vn.lienthong.exchange.application.delivery.FetchedContent;
import vn.lienthong.exchange.application.delivery.Mailbox;
import vn.lienthong.exchange.application.delivery.Transport;
import vn.lienthong.exchange.application.directory.Authenticate;
import vn.lienthong.exchange.application.directory.Directory;
import vn.lienthong.exchange.application.directory.OwnAgencies;
import vn.lienthong.exchange.application.dispatch.AcceptDispatch;
import vn.lienthong.exchange.boundary.door.Visit;
import vn.lienthong.exchange.boundary.text.FailureTexts;
import vn.lienthong.exchange.domain.content.ContentException;
import vn.lienthong.exchange.domain.dispatch.MessageType;
import vn.lienthong.exchange.domain.failure.Failure;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.FailureException;

/**
 * The operations of VXP, under the two paths that clients of the field have and at the root, for those whose endpoint is
 * a bare host. Every operation is harmless when repeated.
 *
 * <p>Source: the clients themselves (Java SDK 2.0.0 and 2.0.1); see docs/divergences.md.
 */
@WebServlet(
        name = VxpServlet.NAME,
        urlPatterns = {
            "/XrdAdapter/adapter/*",
            "/VXPAdapter/adapter/*",
            "/sendEdoc",
            "/getReceivedEdocList",
            "/getEdoc",
            "/downloadEdoc",
            "/updateStatus",
            "/getSentEdocList",
            "/countReceiveEdoc",
            "/countReceiveStatus",
            "/getAgenciesList",
            "/getAgenciesListQD20",
            "/getSynchronizeUnit",
            "/registerAgency",
            "/deleteAgency"
        })
public class VxpServlet extends HttpServlet {
    static final String NAME = "vxp";

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(VxpServlet.class);

    private final transient VxpAuthenticator authenticator;
    private final transient SendEdoc sendEdoc;
    private final transient MailboxOperations mailbox;
    private final transient AgencyLists agencies;
    private final transient AgencyOperations ownAgencies;
    private final transient VxpAnswers answers;

    @Inject
    public VxpServlet(
            Authenticate authenticate,
            FailedAttempts failedAttempts,
            AcceptDispatch acceptDispatch,
            Mailbox mailbox,
            Transport transport,
            Directory directory,
            OwnAgencies own,
            FailureTexts texts,
            VxpSettings settings,
            Clock clock) {
        this.authenticator = new VxpAuthenticator(authenticate, failedAttempts, settings, clock);
        this.sendEdoc = new SendEdoc(acceptDispatch);
        this.mailbox = new MailboxOperations(mailbox, transport);
        this.agencies = new AgencyLists(directory);
        this.ownAgencies = new AgencyOperations(own);
        this.answers = new VxpAnswers(texts);
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Cache-Control", "no-store");
        String path = request.getPathInfo() == null ? request.getServletPath() : request.getPathInfo();
        Optional<VxpOperation> operation = VxpOperation.ofWireName(path.substring(1));
        if (operation.isEmpty()) {
            answers.fail(response, Failure.of(FailureCode.NOT_FOUND, path.substring(1)));
            return;
        }
        try {
            answer(operation.get(), request, response);
        } catch (FailureException e) {
            fail(operation.get(), e.failure(), e, response);
        } catch (ContentException e) {
            fail(operation.get(), e.failure(), e, response);
        } catch (RuntimeException e) {
            fail(operation.get(), Failure.of(FailureCode.INTERNAL), e, response);
        }
    }

    private void answer(VxpOperation operation, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (!operation.allows(request.getMethod())) {
            response.setHeader("Allow", operation.allowed());
            throw new FailureException(Failure.of(FailureCode.METHOD_NOT_ALLOWED, request.getMethod()));
        }
        SignedRequest signed = authenticator.authenticate(new XroadHeaders(request), operation.changes());
        Visit.admit(request, signed.caller().name());
        switch (operation) {
            case SEND_EDOC -> answers.ok(response, sendEdoc.send(signed, request));
            case GET_RECEIVED_EDOC_LIST -> answers.ok(response, mailbox.received(signed));
            case GET_SENT_EDOC_LIST -> answers.ok(response, mailbox.sent(signed));
            case COUNT_RECEIVE_EDOC -> answers.ok(response, mailbox.count(signed, MessageType.EDOC));
            case COUNT_RECEIVE_STATUS -> answers.ok(response, mailbox.count(signed, MessageType.STATUS));
            case UPDATE_STATUS -> answers.ok(response, mailbox.updateStatus(signed));
            case GET_AGENCIES_LIST -> answers.okRows(response, agencies.list());
            case GET_AGENCIES_LIST_QD20 -> answers.okRows(response, agencies.listDecision20(signed));
            case GET_SYNCHRONIZE_UNIT -> answers.okRows(response, agencies.synchronizeUnit(signed));
            case REGISTER_AGENCY -> answers.ok(response, ownAgencies.register(signed, request));
            case DELETE_AGENCY -> answers.ok(response, ownAgencies.delete(signed));
            case GET_EDOC -> {
                try (FetchedContent content = mailbox.fetch(signed)) {
                    answers.okBase64(
                            response,
                            content.body(),
                            content.dispatch().content().length());
                }
            }
            case DOWNLOAD_EDOC -> {
                try (FetchedContent content = mailbox.fetch(signed)) {
                    response.setContentType("application/octet-stream");
                    response.setContentLengthLong(content.dispatch().content().length());
                    content.body().transferTo(response.getOutputStream());
                }
            }
        }
    }

    /** Once a part of the answer is on its way, breaking the connection is all that can still be said. */
    private void fail(VxpOperation operation, Failure failure, Throwable cause, HttpServletResponse response)
            throws IOException {
        log(operation, failure, cause);
        if (response.isCommitted()) {
            throw new IOException("the answer breaks off: " + failure.code().code(), cause);
        }
        response.resetBuffer();
        if (operation.answersOctets()) {
            answers.failWithoutBody(response, failure);
        } else {
            answers.fail(response, failure);
        }
    }

    /** Codes and the operation; never headers or bodies. */
    private static void log(VxpOperation operation, Failure failure, Throwable cause) {
        switch (failure.code()) {
            case INTERNAL, CONTENT_DAMAGED ->
                LOG.error("{} answered {}", operation, failure.code().code(), cause);
            default -> LOG.info("{} answered {}", operation, failure.code().code());
        }
    }
}
