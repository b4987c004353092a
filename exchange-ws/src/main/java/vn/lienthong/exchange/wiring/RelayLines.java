package vn.lienthong.exchange.wiring;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import vn.lienthong.exchange.application.relay.PassOn;
import vn.lienthong.exchange.application.relay.TakeOver;
import vn.lienthong.exchange.domain.relay.Peer;
import vn.lienthong.exchange.infrastructure.relay.VxpPeerExchange;

/** The lines to other exchanges, each worked in both directions. */
class RelayLines implements AutoCloseable {
    /** How late a message may leave for a peer when nothing else waits. */
    private static final Duration INTERVAL = Duration.ofSeconds(1);

    private final List<Line> lines;
    private final PassOn passOn;
    private final TakeOver takeOver;

    /** A peer and the way to it. */
    record Line(Peer peer, VxpPeerExchange exchange) {}

    RelayLines(List<Line> lines, PassOn passOn, TakeOver takeOver) {
        this.lines = new ArrayList<>(lines);
        this.passOn = passOn;
        this.takeOver = takeOver;
    }

    void start(BackgroundWork background) {
        for (Line line : lines) {
            String name = line.peer().system().value();
            background.repeat(
                    "passing on to " + name,
                    new RelayStep(
                            () -> passOn.run(line.peer(), line.exchange()) ? Duration.ZERO : INTERVAL,
                            line.peer().interval()),
                    INTERVAL);
            background.repeat(
                    "taking over from " + name,
                    new RelayStep(
                            () -> {
                                takeOver.run(line.peer(), line.exchange());
                                return line.peer().interval();
                            },
                            line.peer().interval()),
                    INTERVAL);
        }
    }

    @Override
    public void close() {
        lines.forEach(line -> line.exchange().close());
    }
}
