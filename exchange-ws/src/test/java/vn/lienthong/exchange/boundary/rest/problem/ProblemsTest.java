package vn.lienthong.exchange.boundary.rest.problem;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.lienthong.exchange.boundary.request.RequestId;
import vn.lienthong.exchange.boundary.rest.json.Json;
import vn.lienthong.exchange.boundary.text.FailureTexts;
import vn.lienthong.exchange.domain.failure.Failure;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.Finding;
import vn.lienthong.signer.text.Language;

class ProblemsTest {
    private static final RequestId REQUEST = new RequestId("request-1");
    private final Problems problems = new Problems(new FailureTexts());

    @ParameterizedTest
    @EnumSource(FailureCode.class)
    void saysEachFailureAsRfc9457Wants(FailureCode code) throws JsonProcessingException {
        for (Language language : Language.values()) {
            JsonNode json = render(Failure.of(code, "abc"), language);
            assertThat(URI.create(json.get("type").textValue()))
                    .hasScheme("urn")
                    .asString()
                    .isEqualTo("urn:lienthong:problem:" + code.code());
            assertThat(json.get("title").textValue()).isNotBlank();
            assertThat(json.get("detail").textValue()).contains("abc");
            assertThat(json.get("status").intValue())
                    .isEqualTo(code.httpStatus())
                    .isBetween(400, 599);
            assertThat(json.get("code").textValue()).isEqualTo(code.code());
            assertThat(json.get("retryable").booleanValue()).isEqualTo(code.retryable());
            assertThat(json.has("retryAfter")).isEqualTo(code.retryable());
            assertThat(json.get("requestId").textValue()).isEqualTo("request-1");
            assertThat(json.get("findings")).isEmpty();
        }
    }

    @Test
    void listsTheFindingsOfAMessage() throws JsonProcessingException {
        Failure failure = new Failure(
                FailureCode.EDXML_NOT_CONFORMANT,
                List.of(),
                List.of(new Finding("N.MessageHeader.From.OrganId", "From has no OrganId")));
        JsonNode finding = render(failure, Language.VI).get("findings").get(0);
        assertThat(finding.get("code").textValue()).isEqualTo("N.MessageHeader.From.OrganId");
        assertThat(finding.get("detail").textValue()).isEqualTo("From has no OrganId");
    }

    @Test
    void roundsTheWaitUpToWholeSeconds() {
        Failure failure = Failure.retryLater(FailureCode.HSM_UNAVAILABLE, Duration.ofMillis(2001));
        assertThat(problems.of(failure, Language.VI, REQUEST).retryAfter()).isEqualTo(3);
    }

    private JsonNode render(Failure failure, Language language) throws JsonProcessingException {
        return Json.shared().readTree(Json.shared().writeValueAsString(problems.of(failure, language, REQUEST)));
    }
}
