package vn.lienthong.exchange.wiring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Clock;
import vn.lienthong.exchange.wiring.config.ConfigException;
import vn.lienthong.exchange.wiring.config.ExchangeConfig;

/** The configuration, and the clock that everything goes by. */
@ApplicationScoped
class ConfigProducer {
    /** The system property that names the state folder. */
    static final String STATE = "lienthong.state";

    static Path stateFolder() {
        String folder = System.getProperty(STATE);
        if (folder == null || folder.isBlank()) {
            throw new ConfigException("the system property " + STATE + " names no state folder");
        }
        return Path.of(folder);
    }

    @Produces
    @Singleton
    ExchangeConfig config() {
        return ExchangeConfig.read(stateFolder().resolve("exchange.properties"));
    }

    @Produces
    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }
}
