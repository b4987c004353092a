package vn.lienthong.exchange.application.oauth;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import vn.lienthong.exchange.domain.ledger.Outbox.Job;
import vn.lienthong.exchange.domain.ledger.Outbox.JobKind;
import vn.lienthong.exchange.domain.ledger.UnitOfWork;
import vn.lienthong.exchange.domain.oauth.ResponseNotifier;

/**
 * The outbox worker that tells applications that an answer can be fetched. Claim, commit, tell, commit: no transaction is open
 * while an application is asked, and nobody waits for another application's: of each, some notices are under way at once, and
 * the next ones when these were answered. One that does not answer is told again later, a few times, and then polls as all
 * others do. Thread-safe; nodes and threads share the work.
 *
 * <p>Source: CSC API v2, section 11.11 (response_uri); docs/adr/0032, 0036.
 */
public final class SendResponseNotices {
    /** The most notices under way: a connection each, and as many applications that do not answer as nobody has. */
    private static final int AT_ONCE = 200;

    /** Of one application. */
    private static final int OF_ONE = 5;

    /** Over about five minutes; the answer itself is kept for an hour. */
    private static final int MOST_TRIES = 6;

    private static final Duration FIRST_WAIT = Duration.ofSeconds(5);

    /** How long a claimed job is nobody else's: longer than a notice can take. */
    private static final Duration CLAIM = Duration.ofMinutes(1);

    /** How long one waits for an answer before it looks for more to tell. */
    private static final Duration LOOK = Duration.ofMillis(200);

    private final UnitOfWork unitOfWork;
    private final ResponseNotifier notifier;
    private final Clock clock;
    private final Map<Job, CompletableFuture<Boolean>> told = new ConcurrentHashMap<>();

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
     * What was due is being told, and what was answered is settled; it takes no longer than a moment, however long an
     * application does.
     *
     * @return whether it is to be run again at once: more may be due, or answers are waited for
     */
    public boolean run() {
        List<Job> jobs = claim();
        jobs.forEach(job -> told.put(job, tell(job)));
        waitForOne();
        told.forEach((job, outcome) -> {
            if (outcome.isDone() && told.remove(job, outcome)) {
                settle(job, outcome.state() == Future.State.SUCCESS && outcome.resultNow());
            }
        });
        return !jobs.isEmpty() || !told.isEmpty();
    }

    private List<Job> claim() {
        Instant now = clock.instant();
        int free = AT_ONCE - told.size();
        Set<String> busy = told.keySet().stream().map(Job::lane).collect(Collectors.toSet());
        return free <= 0
                ? List.of()
                : unitOfWork.inTransaction(ledger -> ledger.outbox()
                        .claimOfLanes(JobKind.RESPONSE_NOTICE, free, OF_ONE, busy, now, now.plus(CLAIM)));
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

    private void waitForOne() {
        CompletableFuture<?>[] open = told.values().toArray(CompletableFuture<?>[]::new);
        if (open.length > 0) {
            CompletableFuture.anyOf(open)
                    .handle((answer, failure) -> true)
                    .completeOnTimeout(true, LOOK.toMillis(), TimeUnit.MILLISECONDS)
                    .join();
        }
    }

    private void settle(Job job, boolean taken) {
        unitOfWork.inTransaction(ledger -> {
            if (taken || job.attempts() + 1 >= MOST_TRIES) {
                ledger.outbox().done(job);
            } else {
                ledger.outbox().retry(job, clock.instant().plus(FIRST_WAIT.multipliedBy(1L << job.attempts())));
            }
            return true;
        });
    }
}
