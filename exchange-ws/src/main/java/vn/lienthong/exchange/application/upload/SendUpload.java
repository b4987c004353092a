package vn.lienthong.exchange.application.upload;

import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.application.dispatch.AcceptDispatch;
import vn.lienthong.exchange.application.dispatch.AcceptOutcome;
import vn.lienthong.exchange.application.dispatch.Submission;
import vn.lienthong.exchange.domain.account.Caller;
import vn.lienthong.exchange.domain.agency.OrganId;
import vn.lienthong.exchange.domain.content.ContentException;
import vn.lienthong.exchange.domain.content.DeclaredBody;
import vn.lienthong.exchange.domain.dispatch.Channel;
import vn.lienthong.exchange.domain.dispatch.IdempotencyKey;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.FailureException;
import vn.lienthong.exchange.domain.upload.Upload;
import vn.lienthong.exchange.domain.upload.UploadFiles;

/** Sends a message that came in pieces, as if it had come in one. The upload stays until it expires, so sending may be repeated. */
public final class SendUpload {
    private final Uploading uploading;
    private final UploadFiles files;
    private final AcceptDispatch accept;

    public SendUpload(Uploading uploading, UploadFiles files, AcceptDispatch accept) {
        this.uploading = uploading;
        this.files = files;
        this.accept = accept;
    }

    /** @throws FailureException {@code not-found}, or {@code upload-offset-wrong} while it is not whole */
    public AcceptOutcome send(
            Caller caller, UUID id, DeclaredBody declared, Set<OrganId> to, @Nullable IdempotencyKey key) {
        Upload upload = uploading.find(caller, id);
        if (!upload.isWhole()) {
            throw Uploading.refused(FailureCode.UPLOAD_OFFSET_WRONG, Long.toString(upload.received()));
        }
        try (InputStream body = files.read(id)) {
            return accept.accept(
                    caller, new Submission(Channel.REST, body, declared, upload.length(), null, null, to, key));
        } catch (IOException e) {
            throw new FailureException(ContentException.failureOf(e), e);
        }
    }
}
