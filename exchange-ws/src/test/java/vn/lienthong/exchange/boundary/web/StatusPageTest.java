package vn.lienthong.exchange.boundary.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.lienthong.exchange.application.readiness.Concern;
import vn.lienthong.exchange.application.readiness.Condition;
import vn.lienthong.signer.text.Language;

class StatusPageTest {

    @Test
    void saysThatAllWorks() {
        String page = StatusPage.render(all(true), Set.of(), Language.VI);
        assertThat(page)
                .contains("<html lang=\"vi\">", "Hệ thống đang hoạt động bình thường.", "Cơ sở dữ liệu")
                .contains("/VXPAdapter/adapter", "/openapi", "/soap/exchange?wsdl", "/csc/v2/info", "/tsa")
                .doesNotContain("class=\"bad\"", "%s");
    }

    @Test
    void saysWhichPartDoesNot() {
        Map<Condition, Boolean> conditions = all(true);
        conditions.put(Condition.HSM, false);
        assertThat(StatusPage.render(conditions, Set.of(), Language.EN))
                .contains(
                        "The system is not ready.",
                        "<td>Hardware security module (HSM)</td><td class=\"bad\">Not ready</td>");
    }

    @Test
    void tellsAConcernWithoutCallingTheSystemBroken() {
        assertThat(StatusPage.render(all(true), Set.of(Concern.ONE_DATABASE_ROLE), Language.VI))
                .contains("Hệ thống đang hoạt động bình thường.", "<p class=\"bad\">Cảnh báo: ", "hai vai trò");
    }

    private static Map<Condition, Boolean> all(boolean holds) {
        Map<Condition, Boolean> conditions = new EnumMap<>(Condition.class);
        for (Condition condition : Condition.values()) {
            conditions.put(condition, holds);
        }
        return conditions;
    }
}
