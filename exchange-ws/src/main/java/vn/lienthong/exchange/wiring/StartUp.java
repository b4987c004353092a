package vn.lienthong.exchange.wiring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import vn.lienthong.exchange.application.directory.Register;
import vn.lienthong.exchange.infrastructure.seed.DirectoryFile;
import vn.lienthong.exchange.infrastructure.seed.DirectorySeed;
import vn.lienthong.exchange.wiring.config.ConfigException;
import vn.lienthong.exchange.wiring.config.ExchangeConfig;

/** What happens once, before the first request: the directory file's entries are registered. */
@ApplicationScoped
class StartUp {
    private static final String OPERATOR = "directory-file";

    private final ExchangeConfig config;
    private final Register register;

    @Inject
    StartUp(ExchangeConfig config, Register register) {
        this.config = config;
        this.register = register;
    }

    void start(@Observes @Initialized(ApplicationScoped.class) Object event) {
        DirectorySeed seed = seed();
        seed.systems().forEach(system -> register.system(OPERATOR, system));
        seed.agencies().forEach(agency -> register.agency(OPERATOR, agency));
        seed.people().forEach(person -> register.person(OPERATOR, person));
        seed.grants().forEach(grant -> register.keyGrant(OPERATOR, grant.name(), grant.keyAlias()));
    }

    private DirectorySeed seed() {
        try {
            return DirectoryFile.read(config.directoryFile());
        } catch (IOException | IllegalArgumentException e) {
            throw new ConfigException("the key directory-file names a file that cannot be used: " + e.getMessage(), e);
        }
    }
}
