package vn.lienthong.exchange.application.webhook;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.domain.event.EventKind;
import vn.lienthong.exchange.domain.event.NewEvent;
import vn.lienthong.exchange.domain.ledger.Ledger;
import vn.lienthong.exchange.domain.ledger.UnitOfWork;
import vn.lienthong.exchange.domain.webhook.Push;
import vn.lienthong.exchange.domain.webhook.PushAttempt;
import vn.lienthong.exchange.domain.webhook.PushAttempt.Outcome;
import vn.lienthong.exchange.domain.webhook.Webhook;
import vn.lienthong.exchange.domain.webhook.WebhookCaller.Answer;
import vn.lienthong.exchange.domain.webhook.WebhookState;

/** Writes down how a call went, and what follows of it for the event and for the webhook. */
final class PushRecord {
    private final UnitOfWork unitOfWork;
    private final RetryPlan plan;
    private final Clock clock;

    PushRecord(UnitOfWork unitOfWork, RetryPlan plan, Clock clock) {
        this.unitOfWork = unitOfWork;
        this.plan = plan;
        this.clock = clock;
    }

    void settle(Push push, Answer answer) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        unitOfWork.inTransaction(ledger -> {
            ledger.webhooks()
                    .lock(push.webhook())
                    .filter(webhook -> webhook.state() == WebhookState.ACTIVE)
                    .ifPresent(webhook -> settle(ledger, webhook, push, answer, now));
            return true;
        });
    }

    private void settle(Ledger ledger, Webhook webhook, Push push, Answer answer, Instant now) {
        Outcome outcome =
                answer.taken() ? Outcome.TAKEN : plan.isOver(push.since(), now) ? Outcome.GIVEN_UP : Outcome.RETRY;
        ledger.pushes().record(attempt(push, answer, now, outcome));
        if (outcome == Outcome.RETRY) {
            ledger.pushes().retry(push, plan.next(push.attempts(), now));
        } else {
            ledger.pushes().done(push);
        }
        if (answer.taken()) {
            taken(ledger, webhook, now);
        } else {
            failed(ledger, webhook, answer, now);
        }
    }

    private static void taken(Ledger ledger, Webhook webhook, Instant now) {
        if (webhook.failingSince() != null) {
            ledger.webhooks().change(webhook.answering(now));
        }
    }

    private void failed(Ledger ledger, Webhook webhook, Answer answer, Instant now) {
        Instant since = Objects.requireNonNullElse(webhook.failingSince(), now);
        if (answer.gone() || plan.isOver(since, now)) {
            disable(ledger, webhook, answer.gone() ? "gone" : "failing", now);
        } else {
            ledger.webhooks().change(webhook.failing(since, plan.pause(since, now)));
        }
    }

    /** The feed tells of it, and so do the agency's other webhooks. */
    private static void disable(Ledger ledger, Webhook webhook, String why, Instant now) {
        ledger.webhooks().change(webhook.disabled(why));
        ledger.pushes().dropAll(webhook.id());
        ledger.events()
                .append(new NewEvent(
                        webhook.agency(),
                        EventKind.WEBHOOK_DISABLED,
                        null,
                        null,
                        null,
                        null,
                        webhook.id().value(),
                        now));
    }

    private static PushAttempt attempt(Push push, Answer answer, Instant now, Outcome outcome) {
        @Nullable Integer status = answer.status();
        return new PushAttempt(
                0, push.webhook(), push.event().id(), now, status, answer.took(), answer.error(), outcome);
    }
}
