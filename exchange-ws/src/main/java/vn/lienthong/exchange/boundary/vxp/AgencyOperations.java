package vn.lienthong.exchange.boundary.vxp;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.application.directory.OwnAgencies;
import vn.lienthong.exchange.application.directory.Registration;
import vn.lienthong.exchange.domain.agency.AgencyTexts;
import vn.lienthong.exchange.domain.agency.OrganId;
import vn.lienthong.exchange.domain.failure.Failure;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.FailureException;

/** {@code registerAgency} and {@code deleteAgency}: a system changes what is below its own agencies. Thread-safe. */
final class AgencyOperations {
    /** Mobile and fax numbers are looked at, and not kept: nothing of the protocol gives them out. */
    private static final int LONGEST_NUMBER = 50;

    private final OwnAgencies own;

    AgencyOperations(OwnAgencies own) {
        this.own = own;
    }

    Map<String, Object> register(SignedRequest signed, HttpServletRequest request) throws IOException {
        JsonNode body = JsonBody.read(signed, request);
        for (String number : new String[] {"mobile", "fax"}) {
            if (text(body, number).orElse("").length() > LONGEST_NUMBER) {
                throw SignedRequest.invalid(number);
            }
        }
        own.register(
                signed.caller(),
                new Registration(
                        text(body, "id")
                                .filter(OrganId::isWellFormed)
                                .map(OrganId::new)
                                .orElse(null),
                        OrganIds.one("code", required(body, "code")),
                        name(required(body, "name")),
                        mail(text(body, "mail").orElse(null)),
                        text(body, "pcode")
                                .or(() -> text(body, "pid"))
                                .map(code -> OrganIds.one("pcode", code))
                                .orElse(null)));
        return Map.of();
    }

    Map<String, Object> delete(SignedRequest signed) {
        own.close(signed.caller(), OrganIds.one("AgencyCode", signed.required("AgencyCode")));
        return Map.of();
    }

    private static String name(String text) {
        if (!AgencyTexts.isName(text)) {
            throw SignedRequest.invalid("name");
        }
        return text;
    }

    private static @Nullable String mail(@Nullable String text) {
        if (text != null && !AgencyTexts.isMail(text)) {
            throw SignedRequest.invalid("mail");
        }
        return text;
    }

    private static String required(JsonNode body, String name) {
        return text(body, name)
                .orElseThrow(() -> new FailureException(Failure.of(FailureCode.PARAMETER_MISSING, name)));
    }

    /** A member that is empty, or null, is not there. */
    private static Optional<String> text(JsonNode body, String name) {
        JsonNode value = body.path(name);
        if (value.isContainerNode()) {
            throw SignedRequest.invalid(name);
        }
        return Optional.of(value)
                .filter(JsonNode::isValueNode)
                .filter(node -> !node.isNull())
                .map(node -> node.asText().strip())
                .filter(text -> !text.isEmpty());
    }
}
