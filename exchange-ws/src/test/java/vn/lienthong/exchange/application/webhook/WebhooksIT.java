package vn.lienthong.exchange.application.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static vn.lienthong.exchange.it.TestExchange.MINISTRY;
import static vn.lienthong.exchange.it.TestExchange.OTHER;
import static vn.lienthong.exchange.it.TestExchange.PROVINCE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.exchange.application.dispatch.AcceptOutcome.Accepted;
import vn.lienthong.exchange.domain.account.Caller;
import vn.lienthong.exchange.domain.event.EventKind;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.FailureException;
import vn.lienthong.exchange.domain.webhook.PushAttempt;
import vn.lienthong.exchange.domain.webhook.WebhookId;
import vn.lienthong.exchange.domain.webhook.WebhookState;
import vn.lienthong.exchange.it.Commands;
import vn.lienthong.exchange.it.Messages;

/** Registering, proving, signing, replaying: what an agency's system sees of its webhooks, and another's does not. */
class WebhooksIT {
    private static final Duration A_MINUTE = Duration.ofMinutes(1);

    @TempDir
    Path folder;

    private final Endpoint endpoint = new Endpoint();
    private Webhooking webhooking;
    private Caller ministry;
    private int number;

    @BeforeEach
    void start() {
        webhooking = new Webhooking(folder, "127.0.0.0/8");
        ministry = webhooking.exchange.ministry;
    }

    @AfterEach
    void stop() {
        endpoint.close();
        webhooking.close();
    }

    @Test
    void tellsWhoHasProvedItselfWithASignatureThatOpensslMakesToo() throws Exception {
        NewSecret made = webhooking.active(ministry, MINISTRY, endpoint);
        assertThat(webhooking.now(ministry, made.webhook().id()).state()).isEqualTo(WebhookState.ACTIVE);
        Accepted sent = send();
        webhooking.tell();
        webhooking.tell();

        Endpoint.Call call = endpoint.calls.getFirst();
        assertThat(endpoint.calls).hasSize(1);
        assertThat(call.contentType()).startsWith("application/cloudevents+json");
        assertThat(call.json().get("specversion").asText()).isEqualTo("1.0");
        assertThat(call.json().get("type").asText()).isEqualTo("vn.lienthong.dispatch.received");
        assertThat(call.json().get("id").asText()).isEqualTo(call.id());
        assertThat(call.json().get("data").get("dispatchId").asText())
                .isEqualTo(sent.id().toString());
        assertThat(call.json().toString()).doesNotContain("Về việc");
        assertThat(call.signature()).isEqualTo("v1," + openssl(made, call));
        assertThat(webhooking.attempts(ministry, made.webhook().id()))
                .extracting(PushAttempt::outcome)
                .containsExactly(PushAttempt.Outcome.TAKEN, PushAttempt.Outcome.TAKEN);
    }

    @Test
    void tellsNothingToAnAddressThatDoesNotProveItself() {
        endpoint.proves = false;
        NewSecret made = webhooking.active(ministry, MINISTRY, endpoint);
        WebhookId id = made.webhook().id();
        send();
        webhooking.tell();
        assertThat(webhooking.now(ministry, id).state()).isEqualTo(WebhookState.PROVING);
        assertThat(webhooking.attempts(ministry, id))
                .extracting(PushAttempt::error)
                .containsExactly("the answer is not the challenge");
        webhooking.clock.advance(Duration.ofHours(2));
        webhooking.prove.run();
        assertThat(webhooking.now(ministry, id).reason()).isEqualTo("not-proved");
        endpoint.proves = true;
        webhooking.own.change(ministry, id, null, null, true);
        webhooking.prove.run();
        assertThat(webhooking.now(ministry, id).state()).isEqualTo(WebhookState.ACTIVE);
        assertThat(endpoint.calls).isEmpty();
    }

    @Test
    void neverCallsIntoTheInternalNetworkUnlessTheOperatorNamesIt() {
        try (Webhooking closed = new Webhooking(webhooking.exchange)) {
            URI secured = URI.create("https://127.0.0.1:" + endpoint.address().getPort() + "/");
            assertRefused(
                    FailureCode.WEBHOOK_ADDRESS_REFUSED,
                    () -> closed.registered(ministry, MINISTRY, endpoint.address()));
            NewSecret made = closed.registered(ministry, MINISTRY, secured);
            closed.prove.run();
            assertThat(closed.attempts(ministry, made.webhook().id()))
                    .extracting(PushAttempt::error)
                    .containsExactly("the address lies inside a network that is not called");
        }
    }

    @Test
    void aSecretThatIsReplacedSignsForADayMore() {
        NewSecret first = webhooking.active(ministry, MINISTRY, endpoint);
        WebhookId id = first.webhook().id();
        NewSecret second = webhooking.own.rotate(ministry, id);
        assertThat(second.text()).startsWith("whsec_").isNotEqualTo(first.text());
        send();
        webhooking.tell();
        assertThat(endpoint.calls.getLast().signature()).isEqualTo(signatures(second, first));
        NewSecret third = webhooking.own.rotate(ministry, id);
        send();
        webhooking.tell();
        assertThat(endpoint.calls.getLast().signature()).isEqualTo(signatures(third, second));
        webhooking.clock.advance(OwnWebhooks.OVERLAP.plus(A_MINUTE));
        send();
        webhooking.tell();
        assertThat(endpoint.calls.getLast().signature()).isEqualTo(signatures(third));
    }

    @Test
    void tellsOnlyTheKindsThatAreWanted() {
        NewSecret made = webhooking.active(webhooking.exchange.province, PROVINCE, endpoint);
        webhooking.own.change(
                webhooking.exchange.province, made.webhook().id(), null, Set.of(EventKind.DISPATCH_DELIVERED), null);
        Accepted sent = send();
        webhooking.exchange.recallDocument.recall(webhooking.exchange.province, sent.id(), "Sai");
        webhooking.exchange.sent(ministry, Messages.document(++number, MINISTRY, PROVINCE));
        webhooking.tell();
        assertThat(endpoint.calls).isEmpty();
    }

    @Test
    void tellsAgainWhatItIsAskedFor() {
        NewSecret made = webhooking.active(ministry, MINISTRY, endpoint);
        WebhookId id = made.webhook().id();
        Instant before = webhooking.clock.instant().minusSeconds(60);
        send();
        send();
        webhooking.tell();
        String first = endpoint.calls.getFirst().id();

        assertThat(webhooking.own.replay(ministry, id, new Replay.One(UUID.fromString(first))))
                .isEqualTo(1);
        webhooking.tell();
        assertThat(endpoint.calls.getLast().id()).isEqualTo(first);
        assertThat(webhooking.own.replay(
                        ministry,
                        id,
                        new Replay.Span(before, webhooking.clock.instant().plusSeconds(60))))
                .isEqualTo(2);
        webhooking.tell();
        assertThat(endpoint.calls).hasSize(5);
        assertThat(webhooking.own.replay(ministry, id, new Replay.One(new UUID(1, 2))))
                .isZero();
        webhooking.own.change(ministry, id, null, null, false);
        assertRefused(
                FailureCode.WEBHOOK_NOT_ACTIVE,
                () -> webhooking.own.replay(ministry, id, new Replay.One(new UUID(1, 2))));
    }

    @Test
    void anothersWebhooksAreNoneOfMyBusiness() {
        NewSecret made = webhooking.active(ministry, MINISTRY, endpoint);
        WebhookId id = made.webhook().id();
        Caller other = webhooking.exchange.other;
        OwnWebhooks own = webhooking.own;
        assertThat(own.list(other)).isEmpty();
        assertThat(own.find(other, id)).isEmpty();
        assertRefused(FailureCode.NOT_PERMITTED, () -> webhooking.registered(other, MINISTRY, endpoint.address()));
        assertRefused(
                FailureCode.NOT_PERMITTED,
                () -> webhooking.registered(webhooking.exchange.auditor, MINISTRY, endpoint.address()));
        List<Runnable> deeds = List.of(
                () -> own.change(other, id, null, null, false),
                () -> own.delete(other, id),
                () -> own.rotate(other, id),
                () -> own.attempts(other, id, Long.MAX_VALUE, 10),
                () -> own.replay(other, id, new Replay.One(new UUID(1, 2))));
        deeds.forEach(deed -> assertRefused(FailureCode.NOT_FOUND, deed));

        Endpoint others = new Endpoint();
        NewSecret theirs = webhooking.active(other, OTHER, others);
        send();
        webhooking.tell();
        String event = endpoint.calls.getFirst().id();
        assertThat(own.replay(other, theirs.webhook().id(), new Replay.One(UUID.fromString(event))))
                .isZero();
        assertThat(others.calls).isEmpty();
        others.close();
    }

    @Test
    void anAgencyHasAFewWebhooksAndADeletedOneIsToldNothing() {
        NewSecret made = webhooking.active(ministry, MINISTRY, endpoint);
        for (int i = 1; i < 20; i++) {
            webhooking.registered(ministry, MINISTRY, endpoint.address());
        }
        assertRefused(
                FailureCode.WEBHOOKS_TOO_MANY, () -> webhooking.registered(ministry, MINISTRY, endpoint.address()));
        webhooking.own.delete(ministry, made.webhook().id());
        send();
        webhooking.tell();
        assertThat(endpoint.calls).isEmpty();
        assertThat(webhooking.own.list(ministry)).hasSize(19);
    }

    private Accepted send() {
        return webhooking.exchange.sent(webhooking.exchange.province, Messages.document(++number, PROVINCE, MINISTRY));
    }

    private String signatures(NewSecret... secrets) {
        Endpoint.Call call = endpoint.calls.getLast();
        return String.join(
                " ",
                List.of(secrets).stream()
                        .map(secret -> "v1," + openssl(secret, call))
                        .toList());
    }

    /** As docs/connect-rest.md tells to do it. */
    private String openssl(NewSecret secret, Endpoint.Call call) {
        try {
            Path signed = folder.resolve("signed");
            Files.write(
                    signed,
                    concatenated(
                            (call.id() + "." + call.timestamp() + ".").getBytes(StandardCharsets.US_ASCII),
                            call.body()));
            String key = HexFormat.of()
                    .formatHex(Base64.getDecoder().decode(secret.text().substring("whsec_".length())));
            return Commands.succeed(
                            folder,
                            List.of(
                                    "bash",
                                    "-c",
                                    "openssl dgst -sha256 -mac HMAC -macopt hexkey:" + key
                                            + " -binary signed | openssl base64 -A"))
                    .strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] concatenated(byte[] one, byte[] other) {
        byte[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }

    private static void assertRefused(FailureCode code, Runnable asked) {
        assertThatExceptionOfType(FailureException.class)
                .isThrownBy(asked::run)
                .matches(e -> e.failure().code() == code, code.code());
    }
}
