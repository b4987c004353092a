package vn.lienthong.exchange.application.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.lienthong.exchange.it.TestExchange.MINISTRY;
import static vn.lienthong.exchange.it.TestExchange.OTHER;
import static vn.lienthong.exchange.it.TestExchange.PROVINCE;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.exchange.application.delivery.Transport;
import vn.lienthong.exchange.application.dispatch.AcceptOutcome.Accepted;
import vn.lienthong.exchange.application.register.RegisterArrival;
import vn.lienthong.exchange.domain.account.Caller;
import vn.lienthong.exchange.domain.account.ConnectedSystem;
import vn.lienthong.exchange.domain.account.Role;
import vn.lienthong.exchange.domain.agency.Agency;
import vn.lienthong.exchange.domain.agency.OrganId;
import vn.lienthong.exchange.domain.agency.SystemId;
import vn.lienthong.exchange.domain.delivery.DeliveryState;
import vn.lienthong.exchange.domain.delivery.DocId;
import vn.lienthong.exchange.domain.delivery.ReceivedMessage;
import vn.lienthong.exchange.domain.delivery.ReceivedQuery;
import vn.lienthong.exchange.domain.dispatch.MessageType;
import vn.lienthong.exchange.domain.edxml.StatusCode;
import vn.lienthong.exchange.domain.relay.Peer;
import vn.lienthong.exchange.domain.relay.PeerException;
import vn.lienthong.exchange.infrastructure.edxml.StationSplice;
import vn.lienthong.exchange.it.Messages;
import vn.lienthong.exchange.it.TestExchange;

/** Two exchanges: the province is with the near one, the ministry and another province are beyond the far one. */
class RelayIT {
    private static final SystemId AXIS = new SystemId("truc-quoc-gia");
    private static final SystemId NEAR = new SystemId("lien-thong.bac-kan");
    private static final OrganId STATION = new OrganId("000.00.00.X01");

    @TempDir
    Path folder;

    private TestExchange near;
    private TestExchange far;
    private Neighbour neighbour;
    private Peer peer;
    private PassOn passOn;
    private TakeOver takeOver;

    @BeforeEach
    void join() throws IOException {
        near = TestExchange.in(Files.createDirectory(folder.resolve("near")), 8);
        far = TestExchange.in(Files.createDirectory(folder.resolve("far")), 8);
        belongs(near, AXIS, MINISTRY, OTHER);
        belongs(far, NEAR, PROVINCE);
        neighbour = new Neighbour(far, caller(far, NEAR));
        peer = new Peer(AXIS, URI.create("https://truc.example.vn/VXPAdapter/adapter"), Duration.ofSeconds(5));
        passOn = passOn(near.clock);
        takeOver = new TakeOver(near.unitOfWork, near.accept, near.clock);
    }

    @Test
    void passesOnceWhatIsAddressedBeyondAndAddsItsStation() throws Exception {
        byte[] edxml = Messages.document(1, PROVINCE, MINISTRY, OTHER);
        Accepted sent = near.sent(near.province, edxml);
        passOn.run(peer, neighbour);
        passOn.run(peer, neighbour);

        assertThat(neighbour.sent).hasSize(1);
        String given = octets(far, far.ministry, received(far, far.ministry, MessageType.EDOC));
        assertThat(received(far, far.other, MessageType.EDOC)).hasSize(1);
        String text = new String(edxml, StandardCharsets.UTF_8);
        assertThat(given).contains(">" + STATION.value() + "<");
        assertThat(given.replaceFirst(
                        "<[A-Za-z:]*TraceHeader><[A-Za-z:]*OrganId>" + STATION.value() + ".*?TraceHeader>", ""))
                .isEqualTo(text);
        assertThat(near.mailbox.sent(near.province, sent.id()))
                .allMatch(row -> row.state() == DeliveryState.DONE)
                .hasSize(2);
    }

    @Test
    void leavesWhatIsNotBeyondAlone() throws Exception {
        near.sent(near.province, Messages.document(2, PROVINCE, PROVINCE));
        passOn.run(peer, neighbour);
        assertThat(neighbour.sent).isEmpty();
        assertThat(received(near, near.province, MessageType.EDOC)).hasSize(1);
    }

    @Test
    void repeatsTheSameOctetsWhereTheAnswerWasLost() throws Exception {
        near.sent(near.province, Messages.document(3, PROVINCE, MINISTRY));
        neighbour.losesAnswers = true;
        assertThatThrownBy(() -> passOn.run(peer, neighbour)).isInstanceOf(PeerException.class);
        assertThat(received(far, far.ministry, MessageType.EDOC)).hasSize(1);
        neighbour.losesAnswers = false;
        passOn.run(peer, neighbour);
        assertThat(neighbour.sent).as("not yet").isEmpty();

        passOn(Clock.offset(near.clock, Duration.ofMinutes(1))).run(peer, neighbour);
        assertThat(neighbour.sent).hasSize(1);
        assertThat(received(far, far.ministry, MessageType.EDOC))
                .as("still once")
                .hasSize(1);
    }

    @Test
    void takesWhatWaitsForItsOwnAndBringsStatusesBack() throws Exception {
        near.sent(near.province, Messages.document(4, PROVINCE, MINISTRY));
        passOn.run(peer, neighbour);
        far.sent(far.ministry, Messages.statusByCode(StatusCode.ARRIVED, MINISTRY, PROVINCE, 4));
        far.sent(far.ministry, Messages.document(40, MINISTRY, PROVINCE));
        takeOver.run(peer, neighbour);
        takeOver.run(peer, neighbour);

        List<ReceivedMessage> received = received(near, near.province, MessageType.EDOC);
        assertThat(received).hasSize(1);
        assertThat(received.getFirst().dispatch().sender()).isEqualTo(MINISTRY);
        assertThat(received(near, near.province, MessageType.STATUS)).hasSize(1);
        assertThat(received(far, neighbour(far), MessageType.EDOC))
                .as("confirmed there")
                .isEmpty();
    }

    @Test
    void isOneDispatchThoughThePeerTellsOfEachRecipient() throws Exception {
        belongs(near, new SystemId("qlvb.bac-kan"), OTHER);
        belongs(far, NEAR, OTHER);
        neighbour = new Neighbour(far, caller(far, NEAR));
        far.sent(far.ministry, Messages.document(5, MINISTRY, PROVINCE, OTHER));
        takeOver.run(peer, neighbour);

        List<ReceivedMessage> received = received(near, caller(near, new SystemId("qlvb.bac-kan")), MessageType.EDOC);
        assertThat(received).extracting(ReceivedMessage::recipient).containsExactlyInAnyOrder(PROVINCE, OTHER);
        assertThat(received)
                .extracting(row -> row.dispatch().id())
                .containsOnly(received.getFirst().dispatch().id());
    }

    @Test
    void isGivenTheSameAgainWhereItsConfirmationWasLost() throws Exception {
        far.sent(far.ministry, Messages.document(6, MINISTRY, PROVINCE));
        neighbour.losesAnswers = true;
        takeOver.run(peer, neighbour);
        assertThat(received(near, near.province, MessageType.EDOC)).hasSize(1);
        neighbour.losesAnswers = false;
        later().run(peer, neighbour);
        assertThat(neighbour.reported).containsExactly("done");
        assertThat(received(near, near.province, MessageType.EDOC)).hasSize(1);
    }

    /** The far exchange was told that agencies of the near one are the near one's; here it believes so of what it sends, too. */
    @Test
    void refusesWhatComesBack() throws Exception {
        near.sent(near.province, Messages.document(7, PROVINCE, MINISTRY));
        belongs(far, NEAR, MINISTRY);
        neighbour = new Neighbour(far, caller(far, NEAR));
        passOn.run(peer, neighbour);
        takeOver.run(peer, neighbour);
        takeOver.run(peer, neighbour);

        assertThat(neighbour.reported).containsExactly("fail");
        assertThat(received(far, neighbour(far), MessageType.EDOC))
                .as("it stays there, not lost")
                .hasSize(1);
        assertThat(near.mailbox.received(caller(near, AXIS), ReceivedQuery.waiting(MessageType.EDOC)))
                .isEmpty();
    }

    /** However long a peer is away, nothing is set aside for it. */
    @Test
    void waitsForAPeerThatIsAway() throws Exception {
        near.sent(near.province, Messages.document(8, PROVINCE, MINISTRY));
        neighbour.losesAnswers = true;
        for (int hour = 1; hour <= 12; hour++) {
            PassOn then = passOn(Clock.offset(near.clock, Duration.ofHours(hour)));
            assertThatThrownBy(() -> then.run(peer, neighbour)).isInstanceOf(PeerException.class);
        }
        neighbour.losesAnswers = false;
        passOn(Clock.offset(near.clock, Duration.ofHours(13))).run(peer, neighbour);
        assertThat(neighbour.sent).hasSize(1);
    }

    @Test
    void takesTheOthersWhereOneMessageCannotBeHad() throws Exception {
        belongs(near, new SystemId("qlvb.bac-kan"), OTHER);
        belongs(far, NEAR, OTHER);
        neighbour = new Neighbour(far, caller(far, NEAR));
        neighbour.losing.add(OTHER);
        far.sent(far.ministry, Messages.document(9, MINISTRY, OTHER));
        far.sent(far.ministry, Messages.document(10, MINISTRY, PROVINCE));
        takeOver.run(peer, neighbour);
        assertThat(received(near, near.province, MessageType.EDOC)).hasSize(1);

        neighbour.losing.clear();
        later().run(peer, neighbour);
        assertThat(received(near, caller(near, new SystemId("qlvb.bac-kan")), MessageType.EDOC))
                .hasSize(2);
    }

    /** Its recipients who are beyond anybody's ken here are the peer's affair. */
    @Test
    void takesAMessageThatNamesAgenciesUnknownHere() throws Exception {
        OrganId elsewhere = new OrganId("000.00.00.K99");
        far.register.agency(
                "it",
                new Agency(elsewhere, "Cơ quan khác", null, null, null, List.of(), new SystemId("qlvb.cao-bang")));
        far.sent(far.ministry, Messages.document(11, MINISTRY, PROVINCE, elsewhere));
        takeOver.run(peer, neighbour);
        assertThat(received(near, near.province, MessageType.EDOC))
                .extracting(ReceivedMessage::recipient)
                .containsExactly(PROVINCE);
    }

    private TakeOver later() {
        return new TakeOver(near.unitOfWork, near.accept, Clock.offset(near.clock, Duration.ofMinutes(2)));
    }

    private PassOn passOn(Clock clock) throws IllegalStateException {
        Transport transport = new Transport(near.unitOfWork, clock, new RegisterArrival(near.ids, clock));
        return new PassOn(near.unitOfWork, near.store, transport, new StationSplice(), STATION, folder, clock);
    }

    private Caller neighbour(TestExchange exchange) {
        return caller(exchange, NEAR);
    }

    private static void belongs(TestExchange exchange, SystemId system, OrganId... agencies) {
        if (exchange.unitOfWork
                .reading(ledger -> ledger.accounts().named(system.value()))
                .isEmpty()) {
            exchange.register.system(
                    "it", new ConnectedSystem(system, system.value(), null, null, null, Set.of(Role.EXCHANGE)));
        }
        for (OrganId agency : agencies) {
            Agency known = exchange.unitOfWork
                    .reading(ledger -> ledger.agencies().find(agency))
                    .orElseThrow();
            exchange.register.agency(
                    "it",
                    new Agency(
                            known.id(),
                            known.name(),
                            known.mail(),
                            known.parent(),
                            known.code102(),
                            known.aliases(),
                            system));
        }
    }

    private static Caller caller(TestExchange exchange, SystemId system) {
        return exchange.unitOfWork
                .reading(ledger -> ledger.accounts().named(system.value()))
                .orElseThrow();
    }

    private static List<ReceivedMessage> received(TestExchange exchange, Caller caller, MessageType type) {
        return exchange.mailbox.received(caller, ReceivedQuery.waiting(type));
    }

    private static String octets(TestExchange exchange, Caller caller, List<ReceivedMessage> rows) throws IOException {
        try (var content = exchange.mailbox
                .fetch(caller, new DocId(rows.getFirst().id().value()))
                .orElseThrow()) {
            return new String(content.body().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
