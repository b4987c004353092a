package vn.lienthong.exchange.application.relay;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import vn.lienthong.exchange.application.dispatch.AcceptOutcome;
import vn.lienthong.exchange.application.dispatch.Submission;
import vn.lienthong.exchange.domain.account.Caller;
import vn.lienthong.exchange.domain.agency.OrganId;
import vn.lienthong.exchange.domain.content.DeclaredBody;
import vn.lienthong.exchange.domain.content.Sha256Digest;
import vn.lienthong.exchange.domain.delivery.DeliveryState;
import vn.lienthong.exchange.domain.delivery.DocId;
import vn.lienthong.exchange.domain.delivery.Page;
import vn.lienthong.exchange.domain.delivery.ReceivedQuery;
import vn.lienthong.exchange.domain.dispatch.Channel;
import vn.lienthong.exchange.domain.dispatch.DeliveryId;
import vn.lienthong.exchange.domain.dispatch.MessageType;
import vn.lienthong.exchange.domain.relay.PeerException;
import vn.lienthong.exchange.domain.relay.PeerExchange;
import vn.lienthong.exchange.domain.relay.PeerMessage;
import vn.lienthong.exchange.it.TestExchange;

/** Another exchange with a database of its own, asked without a network in between; its answers can be lost on the way. */
final class Neighbour implements PeerExchange {
    private final TestExchange exchange;
    private final Caller as;
    final List<String> sent = new ArrayList<>();
    final List<String> reported = new ArrayList<>();
    final Set<OrganId> losing = new HashSet<>();
    boolean losesAnswers;

    /** @param as what the asking exchange is there */
    Neighbour(TestExchange exchange, Caller as) {
        this.exchange = exchange;
        this.as = as;
    }

    @Override
    public String send(OrganId from, Set<OrganId> to, MessageType type, Path file, Sha256Digest digest)
            throws PeerException {
        try (InputStream body = new ByteArrayInputStream(Files.readAllBytes(file))) {
            AcceptOutcome outcome = exchange.accept.accept(
                    as, new Submission(Channel.VXP, body, DeclaredBody.of(digest), -1, from, type, to, null));
            if (losesAnswers) {
                throw PeerException.unreachable("the line broke", null);
            }
            return switch (outcome) {
                case AcceptOutcome.Accepted accepted -> {
                    sent.add(accepted.id().toString());
                    yield accepted.id().toString();
                }
                case AcceptOutcome.Refused refused ->
                    throw PeerException.refused(refused.failure().code().code(), "");
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Waiting waiting(MessageType type, int page) {
        List<PeerMessage> rows =
                exchange
                        .mailbox
                        .received(as, new ReceivedQuery(Set.of(), type, null, null, new Page(page, PAGE)))
                        .stream()
                        .map(row -> new PeerMessage(row.id().toString(), type, row.recipient()))
                        .toList();
        return new Waiting(rows, rows.size() < PAGE);
    }

    @Override
    public InputStream fetch(PeerMessage message) throws PeerException {
        if (losing.contains(message.recipient())) {
            throw PeerException.unreachable("the message breaks off", null);
        }
        return exchange.mailbox
                .fetch(as, DocId.parse(message.docId()).orElseThrow())
                .orElseThrow()
                .body();
    }

    @Override
    public void report(PeerMessage message, DeliveryState state) throws PeerException {
        if (losesAnswers) {
            throw PeerException.unreachable("the line broke", null);
        }
        reported.add(state.wireName());
        exchange.transport.report(
                as, new DeliveryId(DocId.parse(message.docId()).orElseThrow().value()), state);
    }
}
