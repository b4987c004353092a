package vn.lienthong.exchange.boundary.vxp;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.application.dispatch.AcceptDispatch;
import vn.lienthong.exchange.application.dispatch.AcceptOutcome;
import vn.lienthong.exchange.application.dispatch.Submission;
import vn.lienthong.exchange.boundary.rest.http.FormPart;
import vn.lienthong.exchange.boundary.rest.http.MultipartForm;
import vn.lienthong.exchange.domain.agency.OrganId;
import vn.lienthong.exchange.domain.content.DeclaredBody;
import vn.lienthong.exchange.domain.dispatch.Channel;
import vn.lienthong.exchange.domain.dispatch.MessageType;
import vn.lienthong.exchange.domain.failure.Failure;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.FailureException;

/** {@code sendEdoc}: a message comes in. Thread-safe. */
final class SendEdoc {
    private final AcceptDispatch acceptDispatch;

    SendEdoc(AcceptDispatch acceptDispatch) {
        this.acceptDispatch = acceptDispatch;
    }

    /** The members of the answer; the message is durable. */
    Map<String, Object> send(SignedRequest signed, HttpServletRequest request) throws IOException {
        OrganId from = OrganIds.one("from", signed.required("from"));
        Set<OrganId> to =
                signed.optional("to").map(text -> OrganIds.several("to", text)).orElse(Set.of());
        VxpParameters.requireServiceType(signed);
        MessageType type = VxpParameters.messageType(signed).orElse(null);
        FileHash hash = new FileHash(signed.required("hash-file"));
        if (!hash.isWellFormed()) {
            throw SignedRequest.invalid("hash-file");
        }
        Submission submission = new Submission(
                Channel.VXP,
                file(request),
                new DeclaredBody(hash, true), // the Java client adds CR LF behind the file
                request.getContentLengthLong(),
                from,
                type,
                to,
                null);
        return switch (acceptDispatch.accept(signed.caller(), submission)) {
            case AcceptOutcome.Accepted accepted ->
                Map.of("DocId", accepted.id().toString());
            case AcceptOutcome.Refused refused -> throw new FailureException(refused.failure());
        };
    }

    /** The body, or the part {@code file_doc} of a form, whichever the client sends. */
    private static InputStream file(HttpServletRequest request) throws IOException {
        if (!isForm(request.getContentType())) {
            return request.getInputStream();
        }
        MultipartForm form = new MultipartForm(request.getContentType(), request.getInputStream());
        for (Optional<FormPart> part = form.next(); part.isPresent(); part = form.next()) {
            if (part.get().name().equals("file_doc")) {
                return part.get().body();
            }
        }
        throw new FailureException(Failure.of(FailureCode.PARAMETER_MISSING, "file_doc"));
    }

    /** The Java client says multipart in places and means octets; a form has a boundary. */
    private static boolean isForm(@Nullable String contentType) {
        String type = contentType == null ? "" : contentType.toLowerCase(Locale.ROOT);
        return type.startsWith("multipart/form-data") && type.contains("boundary=");
    }
}
