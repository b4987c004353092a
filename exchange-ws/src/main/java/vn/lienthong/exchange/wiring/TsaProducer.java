package vn.lienthong.exchange.wiring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import vn.lienthong.exchange.infrastructure.signer.KeyRing;
import vn.lienthong.exchange.wiring.config.ClockConfig;
import vn.lienthong.exchange.wiring.config.ClusterSecret;
import vn.lienthong.exchange.wiring.config.ConfigException;
import vn.lienthong.exchange.wiring.config.ExchangeConfig;
import vn.lienthong.exchange.wiring.config.TsaConfig;
import vn.lienthong.signer.timestamp.GenTimeReserve;
import vn.lienthong.signer.timestamp.PolicyKeys;
import vn.lienthong.signer.timestamp.RandomSerialNumbers;
import vn.lienthong.signer.timestamp.TimestampAuthority;
import vn.lienthong.signer.timestamp.TrustedTime;
import vn.lienthong.signer.timestamp.clock.ReserveFile;
import vn.lienthong.signer.timestamp.clock.SntpSource;
import vn.lienthong.signer.timestamp.clock.TimeSource;
import vn.lienthong.signer.timestamp.clock.WatchedClock;
import vn.lienthong.signer.token.CertifiedKey;
import vn.lienthong.signer.token.SigningToken;

/** The time-stamping authority of this server: its clock, its policies, its keys. */
@ApplicationScoped
class TsaProducer {

    @Produces
    @Singleton
    TsaClock tsaClock(ExchangeConfig config, Clock clock) {
        ClockConfig watch = config.tsa().clock();
        if (!watch.isWatched()) {
            return new TsaClock(TrustedTime.of(clock), Optional.empty());
        }
        SecureRandom random = new SecureRandom();
        List<TimeSource> sources = watch.sources().stream()
                .<TimeSource>map(server ->
                        new SntpSource(server.host(), server.port(), watch.deadline(), clock, System::nanoTime, random))
                .toList();
        WatchedClock watched = new WatchedClock(clock, System::nanoTime, sources, watch.limit(), watch.longest());
        return new TsaClock(watched, Optional.of(watched));
    }

    /** The file that ordered timestamps are counted by, which is this process's until it ends; empty if there are none. */
    record Order(Optional<ReserveFile> file) {}

    @Produces
    @Singleton
    Order order(ExchangeConfig config) {
        return new Order(config.tsa().orderFile().map(TsaProducer::open));
    }

    private static ReserveFile open(Path path) {
        // RFC 3161 §2.4.2: ordering holds among all timestamps of an authority, and two nodes have no order between
        // them.
        if (ClusterSecret.isCluster(System.getenv())) {
            throw new ConfigException("a policy that promises an order is for a node that works alone");
        }
        try {
            return ReserveFile.open(path);
        } catch (IOException e) {
            throw new ConfigException("the key tsa-order-file names a file that cannot be used: " + e.getMessage(), e);
        }
    }

    void close(@Disposes Order order) throws IOException {
        if (order.file().isPresent()) {
            order.file().get().close();
        }
    }

    @Produces
    @Singleton
    TimestampAuthority timestampAuthority(
            ExchangeConfig config, KeyRing keys, SigningToken token, TsaClock clock, Order order) {
        List<PolicyKeys> policies = config.tsa().policies().stream()
                .map(each -> policyKeys(each, keys))
                .toList();
        GenTimeReserve reserve = order.file().<GenTimeReserve>map(file -> file).orElse(GenTimeReserve.NONE);
        return new TimestampAuthority(
                policies, token, new RandomSerialNumbers(new SecureRandom()), clock.time(), reserve);
    }

    private static PolicyKeys policyKeys(TsaConfig.Policy each, KeyRing keys) {
        try {
            return new PolicyKeys(each.policy(), keys(each.keys(), keys));
        } catch (IllegalArgumentException e) {
            throw new ConfigException(
                    "the policy " + each.policy().oid() + " has a key that cannot be used: " + e.getMessage(), e);
        }
    }

    static List<CertifiedKey> keys(List<String> aliases, KeyRing keys) {
        return aliases.stream().map(keys::own).toList();
    }
}
