package vn.lienthong.exchange.application.webhook;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import vn.lienthong.exchange.domain.account.SharedSecret;
import vn.lienthong.exchange.domain.event.CloudEvent;
import vn.lienthong.exchange.domain.ledger.UnitOfWork;
import vn.lienthong.exchange.domain.webhook.EventTexts;
import vn.lienthong.exchange.domain.webhook.Push;
import vn.lienthong.exchange.domain.webhook.Webhook;
import vn.lienthong.exchange.domain.webhook.WebhookCaller;
import vn.lienthong.exchange.domain.webhook.WebhookCaller.Answer;
import vn.lienthong.exchange.domain.webhook.WebhookId;
import vn.lienthong.exchange.domain.webhook.WebhookState;

/**
 * Tells webhooks of events. Claim, commit, call, commit: no transaction is open while an address is called, and no webhook
 * waits for another's address: of each, some calls are under way at once, and the next ones when these were answered. Within a
 * conversation one event follows the other. Thread-safe; nodes share the work.
 *
 * <p>What is told twice, since a node died between call and commit, has the same {@code webhook-id} both times.
 */
public final class PushEvents {
    /** The most calls under way: a connection each. */
    private static final int AT_ONCE = 200;

    private static final int OF_ONE = 8;

    /** How long a claimed event is nobody else's: longer than a call can take. */
    private static final Duration CLAIM = Duration.ofMinutes(1);

    /** How long one waits for an answer before it looks for more to tell. */
    private static final Duration LOOK = Duration.ofMillis(200);

    private final UnitOfWork unitOfWork;
    private final CloudEvent.Source source;
    private final CallWebhook call;
    private final PushRecord record;
    private final Clock clock;
    private final Map<Push, CompletableFuture<Answer>> told = new ConcurrentHashMap<>();

    /** @param random varies waits; nothing secret comes of it */
    public PushEvents(
            UnitOfWork unitOfWork,
            WebhookCaller caller,
            EventTexts texts,
            CloudEvent.Source source,
            RandomGenerator random,
            Clock clock) {
        this.unitOfWork = unitOfWork;
        this.source = source;
        this.call = new CallWebhook(caller, texts, clock);
        this.record = new PushRecord(unitOfWork, new RetryPlan(random), clock);
        this.clock = clock;
    }

    /**
     * What was due is being told, and what was answered is settled; it takes no longer than a moment, however long an
     * address does.
     *
     * @return whether it is to be run again at once: more may be due, or answers are waited for
     */
    public boolean run() {
        List<Push> pushes = claim();
        pushes.forEach(push -> told.put(push, tell(push)));
        waitForOne();
        told.forEach((push, answer) -> {
            if (answer.isDone() && told.remove(push, answer)) {
                record.settle(push, result(answer));
            }
        });
        return !pushes.isEmpty() || !told.isEmpty();
    }

    private List<Push> claim() {
        Instant now = clock.instant();
        int free = AT_ONCE - told.size();
        Set<WebhookId> busy = told.keySet().stream().map(Push::webhook).collect(Collectors.toSet());
        return free <= 0
                ? List.of()
                : unitOfWork.inTransaction(ledger -> ledger.pushes().claim(free, OF_ONE, busy, now, now.plus(CLAIM)));
    }

    /** It may have been disabled since, or deleted with all that was to be told to it. */
    private CompletableFuture<Answer> tell(Push push) {
        Optional<Target> target = unitOfWork.reading(ledger -> ledger.webhooks()
                .find(push.webhook())
                .filter(webhook -> webhook.state() == WebhookState.ACTIVE)
                .map(webhook -> new Target(webhook, ledger.webhooks().secrets(webhook.id(), clock.instant()))));
        return target.map(to -> call.tell(to.webhook(), source.told(push.event()), to.secrets()))
                .orElseGet(() -> CompletableFuture.completedFuture(
                        new Answer(null, Duration.ZERO, "the webhook is not active", "")));
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

    private static Answer result(CompletableFuture<Answer> answer) {
        return answer.state() == Future.State.SUCCESS
                ? answer.resultNow()
                : new Answer(null, Duration.ZERO, "the call failed", "");
    }

    private record Target(Webhook webhook, List<SharedSecret> secrets) {}
}
