package vn.lienthong.exchange.infrastructure.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.infinispan.Cache;
import org.infinispan.configuration.cache.CacheMode;
import org.infinispan.configuration.cache.ConfigurationBuilder;
import org.infinispan.configuration.global.GlobalConfigurationBuilder;
import org.infinispan.manager.DefaultCacheManager;
import org.infinispan.remoting.transport.jgroups.JGroupsTransport;
import org.jgroups.JChannel;
import org.jgroups.protocols.LOCAL_PING;
import org.jgroups.protocols.TCP;
import org.jgroups.protocols.UNICAST3;
import org.jgroups.protocols.pbcast.GMS;
import org.jgroups.protocols.pbcast.NAKACK2;
import org.jgroups.protocols.pbcast.STABLE;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lienthong.exchange.domain.account.ReplayWindow;
import vn.lienthong.exchange.domain.account.ReplayWindowContract;
import vn.lienthong.exchange.domain.failure.FailureException;

/** The window on two nodes that talk TCP over the loopback: what one has seen, the other refuses. */
final class InfinispanReplayWindowIT implements ReplayWindowContract {
    private DefaultCacheManager first;
    private DefaultCacheManager second;

    @BeforeEach
    void start() throws Exception {
        first = node();
        second = node();
    }

    @AfterEach
    void stop() throws IOException {
        first.close();
        second.close();
    }

    private static DefaultCacheManager node() throws Exception {
        TCP tcp = new TCP();
        tcp.setBindAddress(InetAddress.getLoopbackAddress());
        tcp.setBindPort(0);
        JChannel channel = new JChannel(tcp, new LOCAL_PING(), new NAKACK2(), new UNICAST3(), new STABLE(), new GMS());
        GlobalConfigurationBuilder global = new GlobalConfigurationBuilder();
        global.transport().transport(new JGroupsTransport(channel)).clusterName("replay-window-it");
        DefaultCacheManager manager = new DefaultCacheManager(global.build());
        manager.defineConfiguration(
                "replay-window",
                new ConfigurationBuilder()
                        .clustering()
                        .cacheMode(CacheMode.REPL_SYNC)
                        .build());
        manager.getCache("replay-window");
        return manager;
    }

    private static ReplayWindow on(DefaultCacheManager node) {
        Cache<String, String> cache = node.getCache("replay-window");
        return new InfinispanReplayWindow(cache, Clock.systemUTC());
    }

    @Override
    public ReplayWindow window() {
        return on(first);
    }

    @Test
    void refusesOnOneNodeWhatTheOtherHasSeen() {
        assertThat(on(first).isFirst(ReplayWindowContract.request(7), UNTIL)).isTrue();
        assertThat(on(second).isFirst(ReplayWindowContract.request(7), UNTIL)).isFalse();
    }

    @Test
    void admitsOneOfManyThatComeToBothNodesAtOnce() throws Exception {
        ReplayWindow one = on(first);
        ReplayWindow other = on(second);
        Callable<Boolean> here = () -> one.isFirst(ReplayWindowContract.request(8), UNTIL);
        Callable<Boolean> there = () -> other.isFirst(ReplayWindowContract.request(8), UNTIL);
        try (ExecutorService callers = Executors.newFixedThreadPool(8)) {
            long admitted = callers.invokeAll(List.of(here, there, here, there, here, there, here, there)).stream()
                    .filter(Future::resultNow)
                    .count();
            assertThat(admitted).isEqualTo(1);
        }
    }

    @Test
    void refusesEveryRequestWhileTheCacheIsDown() {
        ReplayWindow window = window();
        first.stop();
        assertThatThrownBy(() -> window.isFirst(ReplayWindowContract.request(1), UNTIL))
                .isInstanceOf(FailureException.class);
    }
}
