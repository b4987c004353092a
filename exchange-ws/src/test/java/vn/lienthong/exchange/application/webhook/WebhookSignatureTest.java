package vn.lienthong.exchange.application.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import vn.lienthong.exchange.domain.account.SharedSecret;

class WebhookSignatureTest {
    /** The example of the specification's reference implementations. Source: standard-webhooks, their common test vector. */
    @Test
    void signsAsTheReferenceDoes() {
        SharedSecret secret = SharedSecret.of(Base64.getDecoder().decode("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"));
        Map<String, String> fields = WebhookSignature.fields(
                "msg_p5jXN8AQM9LWM0D4loKWxJek",
                Instant.ofEpochSecond(1614265330),
                "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8),
                List.of(secret));
        assertThat(fields)
                .containsEntry("webhook-id", "msg_p5jXN8AQM9LWM0D4loKWxJek")
                .containsEntry("webhook-timestamp", "1614265330")
                .containsEntry("webhook-signature", "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void signsWithEachSecretThatIsValid() {
        SharedSecret one = SharedSecret.of(new byte[32]);
        SharedSecret other = SharedSecret.of("0123456789abcdef01234567".getBytes(StandardCharsets.US_ASCII));
        Instant now = Instant.ofEpochSecond(1);
        String both = WebhookSignature.fields("a", now, new byte[0], List.of(one, other))
                .get("webhook-signature");
        assertThat(both.split(" "))
                .containsExactly(
                        WebhookSignature.fields("a", now, new byte[0], List.of(one))
                                .get("webhook-signature"),
                        WebhookSignature.fields("a", now, new byte[0], List.of(other))
                                .get("webhook-signature"));
    }

    @Test
    void triesMoreThanTwelveTimesOverTwoDays() {
        RetryPlan plan = new RetryPlan(RandomGenerator.of("L64X128MixRandom"));
        Instant began = Instant.EPOCH;
        Instant now = began;
        Duration before = Duration.ZERO;
        int tries = 0;
        while (!plan.isOver(began, now)) {
            Instant next = plan.next(tries++, now);
            Duration wait = Duration.between(now, next);
            assertThat(wait).isGreaterThan(before.multipliedBy(8).dividedBy(15)).isLessThan(Duration.ofHours(5));
            before = wait;
            now = next;
        }
        assertThat(tries).isBetween(13, 30);
    }
}
