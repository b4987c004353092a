package vn.lienthong.exchange.application.dispatch;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.application.dispatch.AcceptOutcome.Accepted;
import vn.lienthong.exchange.application.dispatch.AcceptOutcome.Refused;
import vn.lienthong.exchange.domain.account.Caller;
import vn.lienthong.exchange.domain.account.Role;
import vn.lienthong.exchange.domain.content.ContentException;
import vn.lienthong.exchange.domain.content.ContentStore;
import vn.lienthong.exchange.domain.content.ContentStore.Staged;
import vn.lienthong.exchange.domain.edxml.EdxmlMessage;
import vn.lienthong.exchange.domain.edxml.EdxmlReader;
import vn.lienthong.exchange.domain.edxml.EdxmlReading;
import vn.lienthong.exchange.domain.edxml.EdxmlRules;
import vn.lienthong.exchange.domain.failure.Failure;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.FailureException;
import vn.lienthong.exchange.domain.ledger.Ledger;
import vn.lienthong.exchange.domain.ledger.UnitOfWork;

/**
 * Takes a message in: when it answers {@link Accepted}, the message is on stable storage and on its way to each
 * recipient, exactly once however often it is sent; when it answers {@link Refused}, nothing of it was stored.
 *
 * <p>Thread-safe. Memory does not grow with the message; no transaction is open while the body is read.
 */
public final class AcceptDispatch {
    private final ContentStore store;
    private final EdxmlReader reader;
    private final EdxmlRules rules;
    private final long bodyLimit;
    private final UnitOfWork unitOfWork;
    private final Intake intake;
    private final RecordDispatch recordDispatch;

    /** @param bodyLimit the longest message that is accepted, in octets */
    public AcceptDispatch(
            ContentStore store,
            EdxmlReader reader,
            EdxmlRules rules,
            long bodyLimit,
            UnitOfWork unitOfWork,
            Intake intake,
            RecordDispatch recordDispatch) {
        this.store = store;
        this.reader = reader;
        this.rules = rules;
        this.bodyLimit = bodyLimit;
        this.unitOfWork = unitOfWork;
        this.intake = intake;
        this.recordDispatch = recordDispatch;
    }

    /** The message was accepted, or refused with the reason. */
    public AcceptOutcome accept(Caller caller, Submission submission) {
        if (!caller.has(Role.EXCHANGE)) {
            return refused(FailureCode.NOT_PERMITTED);
        }
        if (submission.from() != null && !caller.actsFor(submission.from())) {
            return refused(FailureCode.SENDER_NOT_YOURS, submission.from().value());
        }
        if (submission.announcedLength() > bodyLimit) {
            return refused(FailureCode.BODY_TOO_LARGE, Long.toString(bodyLimit));
        }
        try (Staged staged = store.stage(submission.body(), bodyLimit, submission.declared())) {
            return switch (read(staged)) {
                case EdxmlReading.Refused refused -> new Refused(refused.failure());
                case EdxmlReading.Accepted read -> accept(caller, submission, staged, read.message());
            };
        } catch (IOException e) {
            return new Refused(ContentException.failureOf(e));
        } catch (FailureException e) {
            return new Refused(e.failure());
        }
    }

    private AcceptOutcome accept(Caller caller, Submission submission, Staged staged, EdxmlMessage message)
            throws IOException {
        Plan plan = unitOfWork.reading(ledger -> plan(ledger, caller, submission, staged, message));
        if (plan.earlier().isPresent()) {
            return plan.earlier().get();
        }
        staged.keep();
        return recordDispatch.record(plan.dispatch(), plan.key(), staged);
    }

    private Plan plan(Ledger ledger, Caller caller, Submission submission, Staged staged, EdxmlMessage message) {
        NewDispatch planned = intake.plan(ledger, caller, submission, staged.ref(), message);
        RequestKey key = RequestKey.of(caller, submission, planned);
        Optional<AcceptOutcome> earlier = RecordDispatch.earlier(ledger, planned, key);
        if (earlier.isEmpty()) {
            ClosedAgencies.refuse(ledger, planned.closed());
            ReceiverLimits.refuse(ledger, planned);
        }
        return new Plan(planned, key, earlier);
    }

    /**
     * What is to be done with a message that may be sent.
     *
     * @param earlier what an earlier request was answered, if this one repeats it
     */
    private record Plan(NewDispatch dispatch, @Nullable RequestKey key, Optional<AcceptOutcome> earlier) {}

    private EdxmlReading read(Staged staged) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(staged.file()), 1 << 16)) {
            return reader.read(in, rules);
        }
    }

    private static Refused refused(FailureCode code, String... arguments) {
        return new Refused(Failure.of(code, arguments));
    }
}
