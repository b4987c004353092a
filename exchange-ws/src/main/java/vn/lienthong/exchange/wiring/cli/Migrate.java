package vn.lienthong.exchange.wiring.cli;

import java.util.Map;
import org.flywaydb.core.api.FlywayException;
import vn.lienthong.exchange.infrastructure.persistence.Migrations;
import vn.lienthong.exchange.wiring.config.ConfigException;
import vn.lienthong.signer.AllowedApi;

/**
 * Brings the tables up to date as their owner, in a process of its own: the server never learns the owner's password.
 * The environment names both roles. Exit status: 0 if the tables are up to date, or else 1.
 */
public final class Migrate {
    private final Map<String, String> environment;

    private Migrate(Map<String, String> environment) {
        this.environment = environment;
    }

    @AllowedApi("a command-line program speaks on standard error")
    public static void main(String... arguments) {
        try {
            new Migrate(System.getenv()).run();
        } catch (FlywayException | ConfigException | IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private void run() {
        String address = text("EXCHANGE_DB_OWNER_URL");
        Migrations.migrate(
                address.isEmpty() ? required("EXCHANGE_DB_URL") : address,
                required("EXCHANGE_DB_OWNER_USER"),
                text("EXCHANGE_DB_OWNER_PASSWORD"),
                required("EXCHANGE_DB_USER"));
    }

    private String required(String name) {
        String text = text(name);
        if (text.isEmpty()) {
            throw new ConfigException("the variable " + name + " is not set");
        }
        return text;
    }

    private String text(String name) {
        return environment.getOrDefault(name, "").strip();
    }
}
