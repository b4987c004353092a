package vn.lienthong.exchange.application.capability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static vn.lienthong.exchange.it.TestExchange.MINISTRY;
import static vn.lienthong.exchange.it.TestExchange.MINISTRY_OLD_CODE;
import static vn.lienthong.exchange.it.TestExchange.OTHER;
import static vn.lienthong.exchange.it.TestExchange.PROVINCE;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.exchange.application.dispatch.AcceptOutcome.Accepted;
import vn.lienthong.exchange.application.dispatch.AcceptOutcome.Refused;
import vn.lienthong.exchange.domain.agency.OrganId;
import vn.lienthong.exchange.domain.dispatch.BusinessType;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.FailureException;
import vn.lienthong.exchange.domain.failure.Finding;
import vn.lienthong.exchange.it.Messages;
import vn.lienthong.exchange.it.TestExchange;

/** What a receiver says that it cannot take is refused before anything of it is stored. */
class ReceiverCapabilitiesIT {
    private static final Set<BusinessType> ALL = Set.of(BusinessType.NEW, BusinessType.UPDATE, BusinessType.REPLACE);

    @TempDir
    Path folder;

    private TestExchange exchange;
    private ReceiverCapabilities capabilities;

    @BeforeEach
    void start() {
        exchange = TestExchange.in(folder, 4);
        capabilities = new ReceiverCapabilities(exchange.unitOfWork, TestExchange.BODY_LIMIT, exchange.clock);
    }

    @Test
    void whoSaysNothingTakesWhatTheServerTakes() {
        assertThat(capabilities.of(MINISTRY_OLD_CODE).orElseThrow()).satisfies(taken -> {
            assertThat(taken.maxOctets()).isEqualTo(TestExchange.BODY_LIMIT);
            assertThat(taken.capability().agency()).isEqualTo(MINISTRY);
            assertThat(taken.said()).isFalse();
        });
        assertThat(capabilities.of(new OrganId("X99"))).isEmpty();
    }

    @Test
    void refusesWhatOneOfTheReceiversCannotTakeAndStoresNothing() throws Exception {
        byte[] letter = Messages.document(1, PROVINCE, MINISTRY, OTHER);
        capabilities.say(exchange.ministry, MINISTRY_OLD_CODE, letter.length - 1L, Set.of("image/png"), Set.of());
        Refused refused = (Refused) exchange.send(exchange.province, letter);
        assertThat(refused.failure().code()).isEqualTo(FailureCode.RECEIVER_CANNOT_TAKE);
        assertThat(refused.failure().arguments()).containsExactly("G06");
        assertThat(refused.failure().findings())
                .extracting(Finding::code)
                .containsExactly(
                        "R.edXML",
                        "R.TraceHeaderList.Bussiness.BussinessDocType",
                        "R.AttachmentEncoded.Attachment.ContentType");
        try (Stream<Path> files = Files.find(folder.resolve("content"), 6, (file, found) -> found.isRegularFile())) {
            assertThat(files).isEmpty();
        }
        capabilities.say(exchange.ministry, MINISTRY, letter.length, Set.of("application/pdf"), ALL);
        Accepted accepted = exchange.sent(exchange.province, letter);

        capabilities.say(exchange.ministry, MINISTRY, 65_536, Set.of("image/png"), ALL);
        assertThat(exchange.sent(exchange.province, letter).id())
                .as("what was accepted before is answered as before")
                .isEqualTo(accepted.id());
        exchange.fetched(exchange.ministry, accepted.id());
        assertThat(exchange.recallDocument.recall(exchange.province, accepted.id(), "Sai"))
                .as("a recall reaches everybody")
                .isInstanceOf(Accepted.class);
        capabilities.sayNothing(exchange.ministry, MINISTRY);
        exchange.sent(exchange.province, Messages.document(2, PROVINCE, MINISTRY));
    }

    @Test
    void nobodyElseSpeaksForAnAgency() {
        for (Runnable deed : new Runnable[] {
            () -> capabilities.say(exchange.other, MINISTRY, 65_536, Set.of(), ALL),
            () -> capabilities.say(exchange.auditor, MINISTRY, 65_536, Set.of(), ALL),
            () -> capabilities.sayNothing(exchange.other, MINISTRY)
        }) {
            assertThatExceptionOfType(FailureException.class)
                    .isThrownBy(deed::run)
                    .matches(e -> e.failure().code() == FailureCode.NOT_PERMITTED);
        }
    }
}
