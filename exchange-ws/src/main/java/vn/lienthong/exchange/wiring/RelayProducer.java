package vn.lienthong.exchange.wiring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import vn.lienthong.exchange.application.delivery.Transport;
import vn.lienthong.exchange.application.dispatch.AcceptDispatch;
import vn.lienthong.exchange.application.relay.PassOn;
import vn.lienthong.exchange.application.relay.TakeOver;
import vn.lienthong.exchange.domain.account.SharedSecret;
import vn.lienthong.exchange.domain.agency.OrganId;
import vn.lienthong.exchange.domain.agency.SystemId;
import vn.lienthong.exchange.domain.content.ContentStore;
import vn.lienthong.exchange.domain.ledger.UnitOfWork;
import vn.lienthong.exchange.domain.relay.Peer;
import vn.lienthong.exchange.infrastructure.edxml.StationSplice;
import vn.lienthong.exchange.infrastructure.relay.PeerAccess;
import vn.lienthong.exchange.infrastructure.relay.VxpPeerExchange;
import vn.lienthong.exchange.wiring.RelayLines.Line;
import vn.lienthong.exchange.wiring.config.ConfigException;
import vn.lienthong.exchange.wiring.config.ExchangeConfig;
import vn.lienthong.exchange.wiring.config.PeersConfig.PeerConfig;

/** The lines to other exchanges. */
@ApplicationScoped
class RelayProducer {
    /** The station of an exchange without peers, which passes nothing on. */
    private static final OrganId NOBODY = new OrganId("0");

    @Produces
    @Singleton
    RelayLines relayLines(
            ExchangeConfig config,
            UnitOfWork unitOfWork,
            ContentStore store,
            Transport transport,
            AcceptDispatch accept,
            Clock clock) {
        List<Line> lines = config.peers().peers().stream()
                .map(peer -> line(config, peer, clock))
                .toList();
        OrganId station = lines.isEmpty() ? NOBODY : new OrganId(config.peers().station());
        PassOn passOn =
                new PassOn(unitOfWork, store, transport, new StationSplice(), station, config.temporaryFolder(), clock);
        return new RelayLines(lines, passOn, new TakeOver(unitOfWork, accept, clock));
    }

    void close(@Disposes RelayLines lines) {
        lines.close();
    }

    private static Line line(ExchangeConfig config, PeerConfig peer, Clock clock) {
        return new Line(
                new Peer(new SystemId(peer.system()), peer.url(), peer.interval()),
                new VxpPeerExchange(
                        peer.url(),
                        new PeerAccess(peer.systemId(), secret(peer.secretFile())),
                        config.temporaryFolder(),
                        config.contentLimit(),
                        clock));
    }

    private static SharedSecret secret(Path file) {
        try {
            return SharedSecret.of(
                    Files.readString(file, StandardCharsets.UTF_8).strip().getBytes(StandardCharsets.UTF_8));
        } catch (IOException | IllegalArgumentException e) {
            throw new ConfigException("the secret of a peer cannot be used: " + file, e);
        }
    }
}
