package vn.lienthong.exchange.boundary.rest.direct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.lienthong.exchange.boundary.rest.RestApplication;
import vn.lienthong.exchange.boundary.rest.access.RolesNeeded;
import vn.lienthong.exchange.domain.account.Role;

/** Which requests are answered without JAX-RS. */
class PlainRequestTest {
    private static final PlainRequest PLAIN = PlainRequest.of("/api/v1", Things.class);

    @Path("things")
    @Consumes("application/json")
    private static final class Things {
        @POST
        @Produces({"application/pdf", "application/xml"})
        @RolesNeeded(Role.SIGN)
        public String make() {
            return "";
        }
    }

    @Test
    void saysWhatTheResourceSays() {
        assertThat(PLAIN.path()).isEqualTo("/api/v1/things");
        assertThat(PLAIN.roles().value()).containsExactly(Role.SIGN);
    }

    @Test
    void isMetByWhatLeavesNothingToChoose() {
        for (String type : List.of(
                "application/json",
                "Application/JSON",
                "application/json; charset=utf-8",
                "application/json;boundary=\"a b\" ; x=y")) {
            assertMet(true, "POST", "/api/v1/things", type);
        }
        for (String accepted : List.of("*/*", "application/pdf", "application/xml")) {
            assertMet(true, "POST", "/api/v1/things", "application/json", accepted);
        }
    }

    @Test
    void leavesEverythingElseToJaxRs() {
        assertMet(false, "GET", "/api/v1/things", "application/json");
        assertMet(false, "post", "/api/v1/things", "application/json");
        for (String path : List.of("/api/v1/things/", "/api/v1/things;a=b", "/api/v1//things", "/api/v1/thing%73")) {
            assertMet(false, "POST", path, "application/json");
        }
        for (String type : new String[] {
            null,
            "",
            "text/json",
            "application/json;",
            "application/json, text/plain",
            "application/jsonx",
            "application/json x"
        }) {
            assertMet(false, "POST", "/api/v1/things", type);
        }
        for (String accepted : List.of("", "image/png", "application/pdf;q=0.5", "application/pdf, */*", "*/*;q=0")) {
            assertMet(false, "POST", "/api/v1/things", "application/json", accepted);
        }
        assertMet(false, "POST", "/api/v1/things", "application/json", "*/*", "image/png");
    }

    @Test
    void isRefusedWhereTheResourceLeavesItOpen() {
        assertThatThrownBy(() -> PlainRequest.of("/api/v1", Object.class)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> PlainRequest.of("/api/v1", ForAnybody.class))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Path("open")
    @Consumes("application/json")
    @Produces("application/json")
    private static final class ForAnybody {
        @POST
        public String make() {
            return "";
        }
    }

    @Test
    void standsBeforeTheServletOfTheApplication() {
        assertThat(DirectFilter.JAX_RS).isEqualTo(RestApplication.class.getName());
    }

    private static void assertMet(boolean met, String method, String path, @Nullable String type, String... accepted) {
        assertThat(PLAIN.isMetBy(request(method, path, type, List.of(accepted))))
                .as("%s %s, %s, %s", method, path, type, List.of(accepted))
                .isEqualTo(met);
    }

    private static HttpServletRequest request(
            String method, String path, @Nullable String type, List<String> accepted) {
        return (HttpServletRequest) Proxy.newProxyInstance(
                PlainRequestTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (self, asked, of) -> switch (asked.getName()) {
                    case "getMethod" -> method;
                    case "getRequestURI" -> path;
                    case "getContentType" -> type;
                    case "getHeaders" -> Collections.enumeration(accepted);
                    default -> throw new UnsupportedOperationException(asked.getName());
                });
    }
}
