package vn.lienthong.exchange.boundary.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienthong.exchange.boundary.rest.RestClient.AUDITOR;
import static vn.lienthong.exchange.boundary.rest.RestClient.BAC_KAN;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.lienthong.exchange.boundary.rest.RestClient.Answer;

/** What the running server answers to wrong requests, and what it says of itself. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class RestProblemsIT {
    private static final String JSON = "application/json";

    @Test
    void answersEachWrongRequestWithItsProblem() throws Exception {
        assertProblem(401, "credentials-invalid", RestClient.anonymous("/api/v1/agencies"));
        assertProblem(
                401,
                "credentials-invalid",
                RestClient.anonymous("/api/v1/agencies").header("Authorization", "Bearer khong-phai-ma-that"));
        assertProblem(403, "not-permitted", RestClient.as(AUDITOR, "inbox"));
        assertProblem(404, "not-found", RestClient.as(BAC_KAN, "khong-co"));
        assertProblem(404, "not-found", RestClient.as(BAC_KAN, "dispatches/khong-co"));
        assertProblem(
                405, "method-not-allowed", RestClient.as(BAC_KAN, "agencies").DELETE());
        assertProblem(406, "not-acceptable", RestClient.as(BAC_KAN, "agencies").header("Accept", "image/png"));
        assertProblem(415, "media-type-not-supported", body("dispatches", "text/plain", "x"));
        assertProblem(422, "edxml-not-xml", body("dispatches", "application/edxml+xml", "x"));
        assertProblem(400, "parameter-invalid", body("inbox/leases", JSON, "{\"unknown\":1}"));
        assertProblem(400, "parameter-invalid", body("inbox/leases", JSON, "[".repeat(10_000)));
        assertProblem(400, "parameter-invalid", body("inbox/leases", JSON, ""));
        assertProblem(413, "body-too-large", body("inbox/leases", JSON, " ".repeat(1_100_000) + "{}"));
        assertProblem(400, "parameter-invalid", RestClient.as(BAC_KAN, "dispatches?limit=0"));
        assertProblem(400, "parameter-invalid", RestClient.as(BAC_KAN, "dispatches?limit=abc"));
        assertProblem(400, "parameter-invalid", RestClient.as(BAC_KAN, "agencies?limit=99999999999"));
        assertProblem(400, "parameter-invalid", body("signatures", "multipart/form-data; boundary=x", "--x\r\n\r\n"));
    }

    @Test
    void speaksEnglishWhenAskedAndKeepsTheCallersRequestId() throws Exception {
        try (RestClient client = new RestClient()) {
            Answer answer = client.send(RestClient.anonymous("/api/v1/keys")
                    .header("Accept-Language", "en")
                    .header("X-Request-Id", "cua-toi-2026"));
            assertThat(answer.json().get("title").asText()).isEqualTo("The credentials are not valid");
            assertThat(answer.json().get("requestId").asText()).isEqualTo("cua-toi-2026");
            assertThat(answer.header("Content-Language")).isEqualTo("en");
            assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
        }
    }

    @Test
    void findsAgenciesWithoutDiacritics() throws Exception {
        try (RestClient client = new RestClient()) {
            JsonNode found =
                    client.get(BAC_KAN, "agencies?q=cao%20bang&limit=10").json();
            assertThat(found.get("items"))
                    .singleElement()
                    .satisfies(agency ->
                            assertThat(agency.get("name").asText()).isEqualTo("Ủy ban nhân dân tỉnh Cao Bằng"));
        }
    }

    @Test
    void describesEachOperationWithItsProblems() throws Exception {
        try (RestClient client = new RestClient()) {
            Answer answer = client.send(RestClient.anonymous("/openapi").header("Accept", JSON));
            JsonNode description = answer.json();
            List<String> ids = new ArrayList<>();
            for (Map.Entry<String, JsonNode> path : description.get("paths").properties()) {
                for (JsonNode operation : path.getValue()) {
                    ids.add(operation.path("operationId").asText());
                    if (path.getKey().contains("/log/")) {
                        assertThat(RestClient.names(operation.get("responses")))
                                .contains("400", "404", "429", "500", "503")
                                .doesNotContain("401", "403");
                        assertThat(operation.at("/security/0").has("bearer")).isFalse();
                        continue;
                    }
                    assertThat(RestClient.names(operation.get("responses")))
                            .contains("400", "401", "403", "500", "503");
                    assertThat(operation
                                    .at("/responses/401/content/application~1problem+json/schema/$ref")
                                    .asText())
                            .isEqualTo("#/components/schemas/Problem");
                    assertThat(operation.at("/security/0").has("bearer")).isTrue();
                }
            }
            assertThat(ids).hasSizeGreaterThan(15).doesNotHaveDuplicates().doesNotContain("");
            List<String> schemas = RestClient.names(description.at("/components/schemas"));
            Matcher references = Pattern.compile("#/components/schemas/(\\w+)").matcher(description.toString());
            assertThat(references.results().map(found -> found.group(1)))
                    .isNotEmpty()
                    .allMatch(schemas::contains);
        }
    }

    @Test
    void pagesOfOtherOriginsReadNothing() throws Exception {
        try (RestClient client = new RestClient()) {
            for (String path : List.of("/openapi", "/api/v1/agencies", "/khong-co", "/soap/exchange?wsdl", "/tsa")) {
                Answer answer = client.send(RestClient.anonymous(path).header("Origin", "https://evil.example"));
                assertThat(answer.response().headers().map().keySet())
                        .as(path)
                        .noneMatch(name -> name.startsWith("access-control-"));
                assertThat(answer.header("X-Content-Type-Options")).as(path).isEqualTo("nosniff");
                assertThat(answer.header("Content-Security-Policy")).as(path).contains("frame-ancestors 'none'");
            }
            assertThat(client.send(RestClient.anonymous("/api/v1/agencies")).header("Content-Security-Policy"))
                    .contains("default-src 'none'");
        }
    }

    @Test
    void showsThePageWithSafeHeaders() throws Exception {
        try (RestClient client = new RestClient()) {
            Answer page = client.send(RestClient.anonymous("/"));
            assertThat(page.body()).asString(StandardCharsets.UTF_8).contains("Liên Thông");
            assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(page.header("Content-Security-Policy")).contains("frame-ancestors 'none'");
            assertThat(client.send(RestClient.anonymous("/status.css")).status())
                    .isEqualTo(200);
        }
    }

    private static HttpRequest.Builder body(String path, String type, String body) throws Exception {
        return RestClient.as(BAC_KAN, path).header("Content-Type", type).POST(BodyPublishers.ofString(body));
    }

    private static void assertProblem(int status, String code, HttpRequest.Builder request) throws Exception {
        try (RestClient client = new RestClient()) {
            Answer answer = client.send(request);
            assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
            JsonNode problem = answer.json();
            assertThat(problem.get("code").asText()).isEqualTo(code);
            assertThat(answer.status()).isEqualTo(status);
            assertThat(problem.get("status").asInt()).isEqualTo(status);
            assertThat(problem.get("type").asText()).isEqualTo("urn:lienthong:problem:" + code);
            assertThat(problem.get("requestId").asText()).isEqualTo(answer.header("X-Request-Id"));
            assertThat(problem.get("detail").asText()).isNotBlank().doesNotContain("Exception", "vn.lienthong");
        }
    }
}
