package vn.lienthong.exchange.application.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static vn.lienthong.exchange.it.TestExchange.MINISTRY;
import static vn.lienthong.exchange.it.TestExchange.MINISTRY_OLD_CODE;
import static vn.lienthong.exchange.it.TestExchange.OTHER;
import static vn.lienthong.exchange.it.TestExchange.PROVINCE;
import static vn.lienthong.exchange.it.TestExchange.aWhile;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.exchange.application.dispatch.AcceptOutcome.Accepted;
import vn.lienthong.exchange.application.dispatch.AcceptOutcome.Refused;
import vn.lienthong.exchange.application.dispatch.TrailEvent.Leg;
import vn.lienthong.exchange.domain.account.Caller;
import vn.lienthong.exchange.domain.agency.ChangeBy;
import vn.lienthong.exchange.domain.agency.OrganId;
import vn.lienthong.exchange.domain.audit.SealedLog.LoggedEntry;
import vn.lienthong.exchange.domain.content.DeclaredBody;
import vn.lienthong.exchange.domain.delivery.DispatchLink;
import vn.lienthong.exchange.domain.delivery.DocId;
import vn.lienthong.exchange.domain.delivery.Lease;
import vn.lienthong.exchange.domain.delivery.Page;
import vn.lienthong.exchange.domain.delivery.ReceivedQuery;
import vn.lienthong.exchange.domain.delivery.StatusEntry;
import vn.lienthong.exchange.domain.dispatch.BusinessType;
import vn.lienthong.exchange.domain.dispatch.Channel;
import vn.lienthong.exchange.domain.dispatch.Dispatch;
import vn.lienthong.exchange.domain.dispatch.DispatchId;
import vn.lienthong.exchange.domain.dispatch.MessageType;
import vn.lienthong.exchange.domain.edxml.Bussiness;
import vn.lienthong.exchange.domain.edxml.BussinessDocType;
import vn.lienthong.exchange.domain.edxml.BussinessDocumentInfo;
import vn.lienthong.exchange.domain.edxml.ReplacementInfo;
import vn.lienthong.exchange.domain.edxml.StatusCode;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.Finding;
import vn.lienthong.exchange.it.Messages;
import vn.lienthong.exchange.it.TestExchange;

/** Updates, replacements, and recalls made for callers without edXML. Source: QCVN 102:2016, {@code Bussiness}. */
class SupersedeIT {
    @TempDir
    Path folder;

    private TestExchange exchange;

    @BeforeEach
    void start() {
        exchange = TestExchange.in(folder, 4);
    }

    @Test
    void anUpdateIsThereOnceItsDocumentWasGiven() {
        Accepted document = exchange.sent(exchange.province, Messages.document(1, PROVINCE, MINISTRY));
        exchange.sent(exchange.province, update(1, "Lần một", MINISTRY));
        exchange.sent(exchange.province, update(1, "Lần hai", MINISTRY));
        assertThat(waiting(exchange.ministry)).containsExactly(BusinessType.NEW);
        assertThat(exchange.mailbox.count(exchange.ministry, ReceivedQuery.waiting(MessageType.EDOC)))
                .isEqualTo(1);
        assertThat(lease(10)).extracting(SupersedeIT::subject).containsExactly(subjectOf(document));
        assertThat(lease(10)).extracting(SupersedeIT::subject).containsExactly("Lần một");
        assertThat(lease(10)).extracting(SupersedeIT::subject).containsExactly("Lần hai");
    }

    @Test
    void theRecipientConsentsToTheNewestUpdateUnlessARecallWaits() {
        Accepted document = exchange.sent(exchange.province, Messages.document(2, PROVINCE, MINISTRY));
        exchange.fetched(exchange.ministry, document.id());
        Accepted update = exchange.sent(exchange.province, update(2, "Sửa", MINISTRY));
        exchange.sent(exchange.ministry, Messages.status(StatusCode.CHANGE_ACCEPTED, MINISTRY, PROVINCE, PROVINCE, 2));
        assertThat(history(update.id())).extracting(StatusEntry::status).containsExactly(StatusCode.CHANGE_ACCEPTED);

        exchange.fetched(exchange.ministry, update.id());
        exchange.sent(exchange.province, Messages.recall(2, "Sai", PROVINCE, MINISTRY));
        report(exchange.ministry, document.id(), StatusCode.CHANGE_ACCEPTED);
        assertThat(history(document.id()))
                .extracting(StatusEntry::status)
                .containsExactly(StatusCode.RECALLED, StatusCode.CHANGE_ACCEPTED);
        assertThat(waiting(exchange.ministry))
                .as("the document and its update are cancelled")
                .containsExactly(BusinessType.RECALL);
    }

    @Test
    void anUpdateMayAddRecipientsThatItNames() {
        exchange.sent(exchange.province, Messages.document(3, PROVINCE, MINISTRY));
        Refused refused = (Refused) exchange.send(exchange.province, update(3, "Không nêu", MINISTRY, OTHER));
        assertThat(refused.failure().findings())
                .containsExactly(new Finding("R.MessageHeader.To.OrganId", "H14 did not receive the document"));
        exchange.sent(exchange.province, adding(3, OTHER));
        assertThat(waiting(exchange.other)).containsExactly(BusinessType.UPDATE);
    }

    @Test
    void whomAnUpdateAddedReportsAndIsAskedLikeTheOthers() {
        Accepted document = exchange.sent(exchange.province, Messages.document(27, PROVINCE, MINISTRY));
        Accepted adding = exchange.sent(exchange.province, adding(27, OTHER));
        Accepted later = exchange.sent(exchange.province, update(27, "Sửa", MINISTRY, OTHER));
        assertThat(waiting(exchange.other))
                .as("the second update waits for the one that added it")
                .containsExactly(BusinessType.UPDATE);
        exchange.fetched(exchange.other, adding.id());
        exchange.sent(exchange.other, Messages.status(StatusCode.ARRIVED, OTHER, PROVINCE, PROVINCE, 27));
        assertThat(history(adding.id())).extracting(StatusEntry::status).containsExactly(StatusCode.ARRIVED);
        exchange.fetched(exchange.other, later.id());

        Accepted recall = (Accepted) exchange.recallDocument.recall(exchange.province, document.id(), "Sai căn cứ");
        assertThat(recall.recipients()).containsExactly(MINISTRY, OTHER);
        assertThat(waiting(exchange.ministry)).as("it had fetched nothing").isEmpty();
        assertThat(waiting(exchange.other))
                .containsExactly(BusinessType.UPDATE, BusinessType.UPDATE, BusinessType.RECALL);
        assertThat(code(exchange.send(exchange.province, update(27, "Sau thu hồi", OTHER))))
                .isEqualTo(FailureCode.DOCUMENT_RECALLED);
        exchange.fetched(exchange.other, recall.id());
        exchange.sent(exchange.other, Messages.status(StatusCode.CHANGE_ACCEPTED, OTHER, PROVINCE, PROVINCE, 27));
        assertThat(history(adding.id()))
                .extracting(StatusEntry::status)
                .containsExactly(StatusCode.ARRIVED, StatusCode.RECALLED, StatusCode.CHANGE_ACCEPTED);
        assertThat(waiting(exchange.other)).containsExactly(BusinessType.RECALL);
    }

    @Test
    void aStatus13OfTheDocumentAsksWhomAnUpdateAddedToo() {
        Accepted document = exchange.sent(exchange.province, Messages.document(28, PROVINCE, MINISTRY));
        Accepted adding = exchange.sent(exchange.province, adding(28, OTHER));
        exchange.fetched(exchange.other, adding.id());
        report(exchange.province, document.id(), StatusCode.RECALLED);
        assertThat(history(adding.id()))
                .extracting(StatusEntry::party, StatusEntry::status)
                .containsExactly(tuple(OTHER, StatusCode.RECALLED));
        assertThat(history(document.id())).extracting(StatusEntry::party).containsExactly(MINISTRY);
    }

    @Test
    void aReplacementNamesWhatItReplacesAndTheOlderStaysProvable() {
        Accepted first = exchange.sent(exchange.province, Messages.document(4, PROVINCE, MINISTRY));
        Accepted second = exchange.sent(exchange.province, Messages.document(5, PROVINCE, MINISTRY, OTHER));
        Accepted replacement = exchange.sent(exchange.province, replacement(6, List.of(4, 5), MINISTRY, OTHER));
        exchange.fetched(exchange.other, second.id());
        assertThat(waiting(exchange.other)).containsExactly(BusinessType.NEW, BusinessType.REPLACE);
        exchange.fetched(exchange.ministry, first.id());
        assertThat(waiting(exchange.ministry))
                .as("one of two was not given yet")
                .containsExactly(BusinessType.NEW, BusinessType.NEW);
        exchange.fetched(exchange.ministry, second.id());
        assertThat(waiting(exchange.ministry))
                .containsExactly(BusinessType.NEW, BusinessType.NEW, BusinessType.REPLACE);

        assertThat(links(exchange.province, first.id()))
                .extracting(DispatchLink::type, DispatchLink::change, DispatchLink::party)
                .containsExactly(tuple(BusinessType.REPLACE, replacement.id(), MINISTRY));
        assertThat(links(exchange.other, replacement.id()))
                .extracting(DispatchLink::targetDocument)
                .containsExactly(Messages.documentId(PROVINCE, 5));
        assertThat(logged(first.id()))
                .anyMatch(body -> body.contains("\"change-asked\"")
                        && body.contains(replacement.id().toString()));
        exchange.fetched(exchange.ministry, first.id());
    }

    @Test
    void aReplacementMayNameOneDocumentTwice() {
        Accepted document = exchange.sent(exchange.province, Messages.document(13, PROVINCE, MINISTRY, OTHER));
        String id = Messages.documentId(PROVINCE, 13).value();
        exchange.sent(
                exchange.province,
                replacing(
                        14,
                        List.of(
                                new ReplacementInfo(id, List.of(MINISTRY)),
                                new ReplacementInfo(id, List.of(OTHER)),
                                new ReplacementInfo(id, List.of(MINISTRY)))));
        exchange.sent(
                exchange.province,
                replacing(15, List.of(new ReplacementInfo(id, List.of()), new ReplacementInfo(id, List.of()))));
        for (Caller recipient : List.of(exchange.ministry, exchange.other)) {
            assertThat(waiting(recipient)).containsExactly(BusinessType.NEW);
            exchange.fetched(recipient, document.id());
            assertThat(waiting(recipient))
                    .as("neither waits for itself")
                    .containsExactly(BusinessType.NEW, BusinessType.REPLACE);
        }
        assertThat(links(exchange.province, document.id())).hasSize(4);
    }

    @Test
    void refusesAReplacementOfWhatDidNotGoThere() {
        exchange.sent(exchange.province, Messages.document(7, PROVINCE, MINISTRY));
        Bussiness elsewhere = new Bussiness(
                BussinessDocType.REPLACE,
                "",
                "Thay thế",
                "0",
                null,
                List.of(new ReplacementInfo(Messages.documentId(PROVINCE, 7).value(), List.of(OTHER))),
                List.of());
        Refused refused = (Refused)
                exchange.send(exchange.province, Messages.change(elsewhere, 8, "Thay thế", PROVINCE, MINISTRY, OTHER));
        assertThat(refused.failure().code()).isEqualTo(FailureCode.CHANGE_NOT_POSSIBLE);
        assertThat(refused.failure().findings())
                .extracting(Finding::code)
                .contains("R.TraceHeaderList.Bussiness.ReplacementInfoList.ReplacementInfo.OrganIdList.OrganId");

        Accepted other = exchange.sent(exchange.province, Messages.document(9, PROVINCE, MINISTRY));
        assertThat(replacing(replacement(10, List.of(7), MINISTRY), other.id())).isInstanceOf(Refused.class);
        assertThat(replacing(replacement(11, List.of(9), MINISTRY), other.id())).isInstanceOf(Accepted.class);
    }

    @Test
    void recallsForWhoeverWritesNoEdxmlAndLeavesATrail() {
        Accepted document = exchange.sent(exchange.province, Messages.document(12, PROVINCE, MINISTRY, OTHER));
        exchange.fetched(exchange.ministry, document.id());
        Accepted recall = (Accepted) exchange.recallDocument.recall(exchange.province, document.id(), "Sai căn cứ");
        Accepted again = (Accepted) exchange.recallDocument.recall(exchange.province, document.id(), "Sai căn cứ");
        assertThat(again)
                .isEqualTo(new Accepted(
                        recall.id(),
                        recall.documentId(),
                        recall.acceptedAt(),
                        recall.content(),
                        recall.recipients(),
                        true));
        assertThat(waiting(exchange.ministry)).containsExactly(BusinessType.NEW, BusinessType.RECALL);
        assertThat(code(exchange.recallDocument.recall(exchange.province, document.id(), "Lý do khác")))
                .isEqualTo(FailureCode.DOCUMENT_RECALLED);
        assertThat(code(exchange.recallDocument.recall(exchange.ministry, document.id(), "Của người khác")))
                .isEqualTo(FailureCode.NOT_FOUND);
        assertThat(code(exchange.recallDocument.recall(exchange.province, document.id(), " ")))
                .isEqualTo(FailureCode.PARAMETER_INVALID);
        report(exchange.ministry, recall.id(), StatusCode.CHANGE_ACCEPTED);

        assertThat(trail(exchange.ministry, document.id()))
                .containsExactly("ACCEPTED", "GIVEN", "RECALL", "13", "15", "WITHDRAWN");
        assertThat(trail(exchange.other, document.id())).containsExactly("ACCEPTED", "RECALL", "13", "WITHDRAWN");
        assertThat(trail(exchange.province, document.id())).hasSize(10).contains("WITHDRAWN");
    }

    @Test
    void aRecallOfSomeIsNotTheRecallOfAll() {
        Accepted document = exchange.sent(exchange.province, Messages.document(16, PROVINCE, MINISTRY, OTHER));
        exchange.fetched(exchange.ministry, document.id());
        exchange.fetched(exchange.other, document.id());
        Accepted some = exchange.sent(exchange.province, Messages.recall(16, "Sai căn cứ", PROVINCE, MINISTRY));
        Accepted all = (Accepted) exchange.recallDocument.recall(exchange.province, document.id(), "Sai căn cứ");
        assertThat(all.id()).isNotEqualTo(some.id());
        assertThat(all.recipients()).containsExactly(MINISTRY, OTHER);
        assertThat(waiting(exchange.other)).containsExactly(BusinessType.NEW, BusinessType.RECALL);
        Accepted again = (Accepted) exchange.recallDocument.recall(exchange.province, document.id(), "Sai căn cứ");
        assertThat(again.id()).isEqualTo(all.id());
        assertThat(again.repeated()).isTrue();
        assertThat(history(document.id()))
                .extracting(StatusEntry::party, StatusEntry::status)
                .containsExactly(tuple(MINISTRY, StatusCode.RECALLED), tuple(OTHER, StatusCode.RECALLED));
    }

    @Test
    void recallsNoDocumentByTheIdOfItsUpdate() {
        Accepted document = exchange.sent(exchange.province, Messages.document(17, PROVINCE, MINISTRY));
        Accepted update = exchange.sent(exchange.province, update(17, "Sửa", MINISTRY));
        assertThat(code(exchange.recallDocument.recall(exchange.province, update.id(), "Sai")))
                .isEqualTo(FailureCode.CHANGE_NOT_POSSIBLE);
        assertThat(history(document.id())).isEmpty();
        assertThat(waiting(exchange.ministry)).containsExactly(BusinessType.NEW);
    }

    @Test
    void aClosedRecipientKeepsNobodyFromARecallOrARetry() {
        byte[] sent = Messages.document(18, PROVINCE, MINISTRY, OTHER);
        Accepted document = exchange.sent(exchange.province, sent);
        exchange.fetched(exchange.ministry, document.id());
        exchange.fetched(exchange.other, document.id());
        ChangeBy by = new ChangeBy("it", exchange.clock.instant());
        exchange.unitOfWork.inTransaction(ledger -> ledger.agencies().close(OTHER, null, by));

        assertThat(code(exchange.send(exchange.province, Messages.document(19, PROVINCE, MINISTRY, OTHER))))
                .isEqualTo(FailureCode.AGENCY_CLOSED);
        assertThat(exchange.sent(exchange.province, sent).repeated()).isTrue();
        exchange.sent(exchange.province, update(18, "Sửa", MINISTRY, OTHER));
        Accepted recall = (Accepted) exchange.recallDocument.recall(exchange.province, document.id(), "Sai căn cứ");
        assertThat(recall.recipients()).containsExactly(MINISTRY, OTHER);
        assertThat(history(document.id()))
                .extracting(StatusEntry::party)
                .as("both were asked")
                .containsExactly(MINISTRY, OTHER);
    }

    @Test
    void anUrgentMessageHasAHeadStartAndPagesAreStable() {
        for (int number = 20; number < 26; number++) {
            exchange.sent(exchange.province, Messages.document(number, PROVINCE, MINISTRY));
        }
        exchange.sent(exchange.province, Messages.urgent(26, PROVINCE, MINISTRY));
        List<String> whole = numbers(0, 10);
        assertThat(whole).containsExactly("26", "20", "21", "22", "23", "24", "25");
        assertThat(numbers(0, 4)).isEqualTo(whole.subList(0, 4));
        assertThat(numbers(1, 4)).isEqualTo(whole.subList(4, 7));
        assertThat(lease(2))
                .extracting(lease -> lease.message().dispatch().code().number())
                .containsExactly("26", "20");
    }

    private AcceptOutcome replacing(byte[] message, DispatchId document) {
        return exchange.accept.accept(
                exchange.province,
                new Submission(
                        Channel.REST,
                        new ByteArrayInputStream(message),
                        DeclaredBody.anything(),
                        -1,
                        null,
                        null,
                        Set.of(),
                        null,
                        document));
    }

    private List<String> numbers(int page, int size) {
        return exchange
                .mailbox
                .received(
                        exchange.ministry,
                        new ReceivedQuery(Set.of(), MessageType.EDOC, null, null, new Page(page, size)))
                .stream()
                .map(one -> one.dispatch().code().number())
                .toList();
    }

    private List<String> trail(Caller caller, DispatchId id) {
        Dispatch document = dispatch(id);
        return exchange.trails.of(caller, document).stream()
                .map(event -> switch (event) {
                    case TrailEvent.Transported(var at, var recipient, Leg leg) -> leg.name();
                    case TrailEvent.Reported(StatusEntry entry) ->
                        entry.status().code();
                    case TrailEvent.Changed changed -> changed.link().type().name();
                })
                .toList();
    }

    private static byte[] update(int number, String subject, OrganId... to) {
        return Messages.document(BussinessDocType.UPDATE, number, subject, PROVINCE, to);
    }

    private static byte[] replacement(int number, List<Integer> replaced, OrganId... to) {
        List<ReplacementInfo> infos = replaced.stream()
                .map(one ->
                        new ReplacementInfo(Messages.documentId(PROVINCE, one).value(), List.of(MINISTRY_OLD_CODE)))
                .map(info -> to.length == 1 ? info : new ReplacementInfo(info.documentId(), List.of()))
                .toList();
        Bussiness business = new Bussiness(BussinessDocType.REPLACE, "", "Thay thế", "0", null, infos, List.of());
        return Messages.change(business, number, "Thay thế", PROVINCE, to);
    }

    /** An update for the ministry, and for one more that it names. */
    private static byte[] adding(int number, OrganId added) {
        BussinessDocumentInfo info =
                new BussinessDocumentInfo(true, true, List.of(new BussinessDocumentInfo.Receiver(added, "0")));
        Bussiness named = new Bussiness(BussinessDocType.UPDATE, "", "Thêm nơi nhận", "0", info, List.of(), List.of());
        return Messages.change(named, number, "Thêm", PROVINCE, MINISTRY, added);
    }

    private static byte[] replacing(int number, List<ReplacementInfo> infos) {
        Bussiness business = new Bussiness(BussinessDocType.REPLACE, "", "Thay thế", "0", null, infos, List.of());
        return Messages.change(business, number, "Thay thế", PROVINCE, MINISTRY, OTHER);
    }

    private List<Lease> lease(int max) {
        return exchange.transport.lease(exchange.ministry, Set.of(), MessageType.EDOC, max, aWhile());
    }

    private String subjectOf(Accepted accepted) {
        return dispatch(accepted.id()).subject();
    }

    private Dispatch dispatch(DispatchId id) {
        return exchange.unitOfWork.reading(
                ledger -> ledger.dispatches().find(id).orElseThrow());
    }

    private static String subject(Lease lease) {
        return lease.message().dispatch().subject();
    }

    private void report(Caller caller, DispatchId document, StatusCode status) {
        StatusReport report =
                new StatusReport(Channel.REST, new DocId(document.value()), null, status, "Văn thư", null);
        assertThat(exchange.recordStatus.record(caller, report)).isInstanceOf(StatusOutcome.Recorded.class);
    }

    private List<BusinessType> waiting(Caller caller) {
        return exchange.mailbox.received(caller, ReceivedQuery.waiting(MessageType.EDOC)).stream()
                .map(one -> one.dispatch().businessType())
                .toList();
    }

    private List<DispatchLink> links(Caller caller, DispatchId id) {
        return exchange.links.of(caller, List.of(dispatch(id)));
    }

    private List<StatusEntry> history(DispatchId document) {
        return exchange.traces
                .of(exchange.province, new DocId(document.value()))
                .orElseThrow();
    }

    private List<String> logged(DispatchId document) {
        return exchange.unitOfWork.reading(ledger -> ledger.sealedLog().about(document).stream()
                .map(LoggedEntry::body)
                .toList());
    }

    private static FailureCode code(AcceptOutcome outcome) {
        return ((Refused) outcome).failure().code();
    }
}
