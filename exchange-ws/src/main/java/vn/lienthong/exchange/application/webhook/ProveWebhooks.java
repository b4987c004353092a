package vn.lienthong.exchange.application.webhook;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import vn.lienthong.exchange.domain.account.OpaqueToken;
import vn.lienthong.exchange.domain.account.SharedSecret;
import vn.lienthong.exchange.domain.event.CloudEvent;
import vn.lienthong.exchange.domain.ledger.IdSource;
import vn.lienthong.exchange.domain.ledger.Ledger;
import vn.lienthong.exchange.domain.ledger.UnitOfWork;
import vn.lienthong.exchange.domain.webhook.EventTexts;
import vn.lienthong.exchange.domain.webhook.PushAttempt;
import vn.lienthong.exchange.domain.webhook.PushAttempt.Outcome;
import vn.lienthong.exchange.domain.webhook.Webhook;
import vn.lienthong.exchange.domain.webhook.WebhookCaller;
import vn.lienthong.exchange.domain.webhook.WebhookCaller.Answer;
import vn.lienthong.exchange.domain.webhook.WebhookState;

/**
 * Asks new addresses whether they want to be told: only who reads the question can give the answer, so nobody makes this
 * server call a stranger again and again. Thread-safe; nodes share the work.
 */
public final class ProveWebhooks {
    private static final int AT_ONCE = 20;
    private static final Duration CLAIM = Duration.ofMinutes(1);

    /** Within which an address has to prove itself; then its owner has to ask again. */
    private static final Duration LONGEST = Duration.ofHours(1);

    private static final Duration SHORTEST_WAIT = Duration.ofSeconds(2);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);

    private final UnitOfWork unitOfWork;
    private final CallWebhook call;
    private final CloudEvent.Source source;
    private final IdSource ids;
    private final SecureRandom random;
    private final Clock clock;

    public ProveWebhooks(
            UnitOfWork unitOfWork,
            WebhookCaller caller,
            EventTexts texts,
            CloudEvent.Source source,
            IdSource ids,
            SecureRandom random,
            Clock clock) {
        this.unitOfWork = unitOfWork;
        this.call = new CallWebhook(caller, texts, clock);
        this.source = source;
        this.ids = ids;
        this.random = random;
        this.clock = clock;
    }

    /** @return whether more may be due */
    public boolean run() {
        Instant now = clock.instant();
        List<Webhook> due =
                unitOfWork.inTransaction(ledger -> ledger.webhooks().claimProving(AT_ONCE, now, now.plus(CLAIM)));
        List<Question> asked = new ArrayList<>();
        for (Webhook webhook : due) {
            String challenge = OpaqueToken.random(random).value();
            asked.add(new Question(webhook, challenge, ask(webhook, challenge, now)));
        }
        asked.forEach(question -> settle(question.webhook, question.challenge, question.answer.join()));
        return due.size() == AT_ONCE;
    }

    private CompletableFuture<Answer> ask(Webhook webhook, String challenge, Instant now) {
        CloudEvent event = source.validation(ids.next(), webhook.id().value(), webhook.agency(), challenge, now);
        List<SharedSecret> secrets =
                unitOfWork.reading(ledger -> ledger.webhooks().secrets(webhook.id(), now));
        return call.tell(webhook, event, secrets);
    }

    private void settle(Webhook asked, String challenge, Answer answer) {
        unitOfWork.inTransaction(ledger -> {
            ledger.webhooks()
                    .lock(asked.id())
                    .filter(webhook -> webhook.state() == WebhookState.PROVING
                            && webhook.address().equals(asked.address()))
                    .ifPresent(webhook -> settle(ledger, webhook, challenge, answer));
            return true;
        });
    }

    private void settle(Ledger ledger, Webhook webhook, String challenge, Answer answer) {
        Instant now = clock.instant();
        boolean proved = answer.taken() && isThe(challenge, answer.body());
        Instant since = Objects.requireNonNullElse(webhook.failingSince(), now);
        boolean over = !now.isBefore(since.plus(LONGEST));
        Outcome outcome = proved ? Outcome.TAKEN : over ? Outcome.GIVEN_UP : Outcome.RETRY;
        String error = answer.taken() && !proved ? "the answer is not the challenge" : answer.error();
        ledger.pushes()
                .record(new PushAttempt(0, webhook.id(), null, now, answer.status(), answer.took(), error, outcome));
        ledger.webhooks()
                .change(
                        switch (outcome) {
                            case TAKEN -> webhook.answering(now);
                            case GIVEN_UP -> webhook.disabled("not-proved");
                            case RETRY -> webhook.failing(since, now.plus(wait(since, now)));
                        });
    }

    private static Duration wait(Instant since, Instant now) {
        Duration half = Duration.between(since, now).dividedBy(2);
        Duration bounded = half.compareTo(SHORTEST_WAIT) < 0 ? SHORTEST_WAIT : half;
        return bounded.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : bounded;
    }

    /** Bare, or as the only member of a JSON object. */
    private static boolean isThe(String challenge, String body) {
        String text = body.strip();
        return text.equals(challenge) || text.replaceAll("\\s", "").equals("{\"challenge\":\"" + challenge + "\"}");
    }

    private record Question(Webhook webhook, String challenge, CompletableFuture<Answer> answer) {}
}
