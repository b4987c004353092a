package vn.lienthong.exchange.boundary.soap.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import vn.lienthong.exchange.domain.delivery.DeliveryState;
import vn.lienthong.exchange.domain.delivery.Page;
import vn.lienthong.exchange.domain.failure.FailureException;

/** What of a request's elements is taken, and what is refused by name. */
final class FieldsTest {
    private static void refuses(String code, String name, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(FailureException.class, e -> {
            assertThat(e.failure().code().code()).isEqualTo(code);
            assertThat(e.failure().arguments()).containsExactly(name);
        });
    }

    @Test
    void namesWhatIsMissing() {
        refuses("parameter-missing", "DocId", () -> Fields.docId(null));
        refuses("parameter-missing", "Sha256", () -> Fields.sha256(null));
        refuses("parameter-missing", "Length", () -> Fields.length(null));
        refuses("parameter-missing", "StatusCode", () -> Fields.status(null));
    }

    @Test
    void namesWhatIsNoSuchThing() {
        refuses("parameter-invalid", "DocId", () -> Fields.docId("17"));
        refuses("parameter-invalid", "Sha256", () -> Fields.sha256("ab"));
        refuses("parameter-invalid", "Length", () -> Fields.length(-1L));
        refuses("parameter-invalid", "To", () -> Fields.organs("To", List.of("G06", "a b")));
        refuses("parameter-invalid", "MessageType", () -> Fields.messageType("letter"));
        refuses("parameter-invalid", "StatusCode", () -> Fields.status("07"));
        refuses("parameter-invalid", "State", () -> Fields.state("lost"));
        refuses("parameter-invalid", "PageSize", () -> Fields.page(0, 0));
        refuses("parameter-invalid", "IdempotencyKey", () -> Fields.idempotencyKey("a\nb"));
        refuses("parameter-invalid", "At", () -> Fields.at("2026-11-23T08:00:00"));
    }

    @Test
    void takesWhatIsLeftOutAsTheContractSays() {
        assertThat(Fields.state(null)).isEqualTo(DeliveryState.DONE);
        assertThat(Fields.page(null, null)).isEqualTo(Page.FIRST);
        assertThat(Fields.messageType(null)).isNull();
    }

    @Test
    void readsATimeInVietnamesZone() {
        assertThat(Fields.at("2026-11-23T08:00:00+07:00")).isEqualTo(Instant.parse("2026-11-23T01:00:00Z"));
    }
}
