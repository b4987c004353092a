package vn.lienthong.exchange.wiring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.http.HttpClient;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import vn.lienthong.exchange.wiring.config.AuthoritiesConfig;
import vn.lienthong.exchange.wiring.config.ConfigException;
import vn.lienthong.exchange.wiring.config.ExchangeConfig;
import vn.lienthong.signer.timestamp.ExpectedAnswer;
import vn.lienthong.signer.timestamp.FailoverTimestampSource;
import vn.lienthong.signer.timestamp.GuardedTimestampSource;
import vn.lienthong.signer.timestamp.HttpTimestampSource;
import vn.lienthong.signer.timestamp.LocalTimestampSource;
import vn.lienthong.signer.timestamp.NonceSource;
import vn.lienthong.signer.timestamp.TimestampAuthority;
import vn.lienthong.signer.timestamp.TimestampSource;
import vn.lienthong.signer.timestamp.TimestampTrust;
import vn.lienthong.signer.trust.TrustAnchor;
import vn.lienthong.signer.trust.TrustAnchors;

/** Who is asked for the timestamps of signatures: this server's authority, others, or one after the other. */
@ApplicationScoped
class TimestampSourceProducer {
    private static final Duration CONNECTING = Duration.ofSeconds(3);

    /** Asks authorities at their configured addresses alone: a redirection is not followed. */
    record AuthorityClient(HttpClient http) {}

    @Produces
    @Singleton
    AuthorityClient client() {
        return new AuthorityClient(HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(CONNECTING)
                .build());
    }

    void close(@Disposes AuthorityClient client) {
        client.http().shutdownNow();
    }

    @Produces
    @Singleton
    TimestampSource timestampSource(
            ExchangeConfig config, TimestampAuthority own, AuthorityClient client, Clock clock) {
        List<TimestampSource> sources = config.authorities().authorities().stream()
                .map(authority -> source(authority, own, client, clock))
                .toList();
        return sources.size() == 1
                ? sources.get(0)
                : new FailoverTimestampSource(sources, config.authorities().total(), System::nanoTime);
    }

    private static TimestampSource source(
            AuthoritiesConfig.Authority authority, TimestampAuthority own, AuthorityClient client, Clock clock) {
        return switch (authority) {
            case AuthoritiesConfig.Own _ -> new LocalTimestampSource(own);
            case AuthoritiesConfig.Remote remote ->
                new GuardedTimestampSource(
                        remote.name(),
                        new HttpTimestampSource(
                                client.http(),
                                remote.url(),
                                new ExpectedAnswer(trust(remote), remote.policy(), clock, remote.tolerance()),
                                NonceSource.of(new SecureRandom()),
                                remote.deadline()),
                        remote.perMinute(),
                        System::nanoTime);
        };
    }

    private static TimestampTrust trust(AuthoritiesConfig.Remote remote) {
        try {
            return new TimestampTrust(TrustAnchors.load(remote.anchorsFolder()).all().stream()
                    .map(TrustAnchor::certificate)
                    .toList());
        } catch (IOException | IllegalArgumentException e) {
            throw new ConfigException(
                    "the anchors of the authority " + remote.name() + " cannot be used: " + e.getMessage(), e);
        }
    }
}
