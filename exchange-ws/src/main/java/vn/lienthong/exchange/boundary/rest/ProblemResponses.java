package vn.lienthong.exchange.boundary.rest;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/**
 * Says of every operation of the description which problems it may answer, once and in one place. Named in
 * {@code META-INF/microprofile-config.properties}.
 */
public class ProblemResponses implements OASFilter {
    private static final String SCHEMA = "#/components/schemas/Problem";

    private static final String LOG = "/log/";

    private static final Map<String, String> ALWAYS = Map.of(
            "400", "parameter-missing, parameter-invalid, body-truncated",
            "406", "not-acceptable",
            "500", "internal, content-damaged",
            "503", "overloaded, database-unavailable, storage-unavailable, hsm-unavailable, tsa-unavailable");

    private static final Map<String, String> WITH_TOKEN = Map.of(
            "401", "credentials-invalid",
            "403",
                    "not-permitted, sender-not-yours, document-id-not-yours, key-not-yours, key-use-not-allowed, second-person-needed, continuation-not-yours");

    private static final Map<String, String> OPEN = Map.of("404", "not-found", "429", "rate-limited");

    private static final Map<String, String> ON_ONE =
            Map.of("404", "not-found", "409", "lease-stale, status-not-allowed, evidence-pending");

    private static final Map<String, String> WITH_BODY = Map.of(
            "404", "not-found, key-unknown",
            "408", "request-too-slow",
            "409",
                    "document-id-reused, register-closed, document-code-taken, key-refused, certificate-not-valid, key-policy-changed, continuation-expired, prepared-otherwise",
            "413", "body-too-large",
            "415", "media-type-not-supported",
            "422",
                    "body-digest-mismatch, idempotency-key-reused, edxml-…, receiver-unknown, receiver-cannot-take, agency-closed, directory-file-invalid, document-not-signable, "
                            + "document-not-readable, appearance-invalid, continuation-invalid, documents-not-prepared, signature-value-wrong",
            "507", "storage-full");

    @Override
    public void filterOpenAPI(OpenAPI description) {
        if (description.getPaths() == null || description.getPaths().getPathItems() == null) {
            return;
        }
        description
                .getPaths()
                .getPathItems()
                .forEach((path, item) ->
                        item.getOperations().forEach((method, operation) -> add(operation, path, method)));
    }

    private static void add(Operation operation, String path, PathItem.HttpMethod method) {
        add(operation, ALWAYS);
        // an operation of the log has no token to refuse, and a pace instead
        add(operation, path.contains(LOG) ? OPEN : WITH_TOKEN);
        if (path.contains("{")) {
            add(operation, ON_ONE);
        }
        if (method == PathItem.HttpMethod.POST) {
            add(operation, WITH_BODY);
        }
    }

    private static void add(Operation operation, Map<String, String> problems) {
        problems.forEach((status, codes) -> {
            if (!operation.getResponses().hasAPIResponse(status)) {
                operation.getResponses().addAPIResponse(status, problem(status, codes));
            }
        });
    }

    private static APIResponse problem(String status, String codes) {
        Content content = OASFactory.createContent()
                .addMediaType(
                        "application/problem+json",
                        OASFactory.createMediaType()
                                .schema(OASFactory.createSchema().ref(SCHEMA))
                                .example(example(status, codes)));
        return OASFactory.createAPIResponse().description(codes).content(content);
    }

    private static Map<String, Object> example(String status, String codes) {
        String code = codes.split(",", 2)[0];
        return Map.of(
                "type",
                "urn:lienthong:problem:" + code,
                "title",
                "…",
                "status",
                Integer.parseInt(status),
                "detail",
                "…",
                "code",
                code,
                "retryable",
                status.equals("503") || status.equals("507"),
                "requestId",
                "4bf92f3577b34da6a3ce929d0e0e4736",
                "findings",
                List.of());
    }
}
