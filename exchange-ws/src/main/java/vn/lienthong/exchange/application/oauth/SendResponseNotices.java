package vn.lienthong.exchange.application.oauth;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import vn.lienthong.exchange.domain.ledger.Outbox.Job;
import vn.lienthong.exchange.domain.ledger.Outbox.JobKind;
import vn.lienthong.exchange.domain.ledger.UnitOfWork;
import vn.lienthong.exchange.domain.oauth.ResponseNotifier;

/**
 * The outbox worker that tells applications that an answer can be fetched. Claim, commit, tell, commit: no transaction is open
 * while an application is asked. One that does not answer is told again later, a few times, and then polls as all others do.
 * Thread-safe; nodes and threads share the work.
 *
 * <p>Source: CSC API v2, section 11.11 (response_uri); docs/adr/0032.
 */
public final class SendResponseNotices {
    /** The most notices of one run, all told at once. */
    public static final int AT_ONCE = 10;

    /** Over about five minutes; the answer itself is kept for an hour. */
    private static final int MOST_TRIES = 6;

    private static final Duration FIRST_WAIT = Duration.ofSeconds(5);

    /** How long a claimed job is nobody else's: longer than a notice can take. */
    private static final Duration CLAIM = Duration.ofMinutes(1);

    private final UnitOfWork unitOfWork;
    private final ResponseNotifier notifier;
    private final Clock clock;

    public SendResponseNotices(UnitOfWork unitOfWork, ResponseNotifier notifier, Clock clock) {
        this.unitOfWork = unitOfWork;
        this.notifier = notifier;
        this.clock = clock;
    }

    /** What has to be told, of an answer with that id. */
    static String payload(String address, String responseId) {
        return address + " " + responseId;
    }

    /**
     * What was due was told, up to {@value #AT_ONCE} notices.
     *
     * @return how many; {@value #AT_ONCE} mean that more may be due
     */
    public int run() {
        Instant now = clock.instant();
        List<Job> jobs = unitOfWork.inTransaction(
                ledger -> ledger.outbox().claim(JobKind.RESPONSE_NOTICE, AT_ONCE, now, now.plus(CLAIM)));
        Map<Job, CompletableFuture<Boolean>> told = new HashMap<>();
        jobs.forEach(job -> told.put(job, tell(job)));
        told.forEach((job, outcome) -> settle(job, outcome.join()));
        return jobs.size();
    }

    /** The operator may have taken the address away since. */
    private CompletableFuture<Boolean> tell(Job job) {
        String[] parts = job.payload().split(" ", 2);
        boolean registered = unitOfWork.reading(ledger -> ledger.clients()
                .find(job.lane())
                .filter(client -> client.isToldAt(parts[0]))
                .isPresent());
        return registered
                ? notifier.tell(URI.create(parts[0]), parts[1])
                : CompletableFuture.completedFuture(Boolean.TRUE);
    }

    private void settle(Job job, boolean told) {
        unitOfWork.inTransaction(ledger -> {
            if (told || job.attempts() + 1 >= MOST_TRIES) {
                ledger.outbox().done(job);
            } else {
                ledger.outbox().retry(job, clock.instant().plus(FIRST_WAIT.multipliedBy(1L << job.attempts())));
            }
            return true;
        });
    }
}
