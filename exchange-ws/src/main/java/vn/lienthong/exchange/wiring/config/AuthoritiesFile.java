package vn.lienthong.exchange.wiring.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.lienthong.signer.timestamp.ExpectedAnswer;

/**
 * Reads the file of the authorities that are asked for timestamps: {@code authorities} names them in the order in which they
 * are asked, {@code own} among them being this server's, and {@code authority.NAME.…} says where another one is and what is
 * accepted of it. Docs: docs/timestamps.md.
 */
final class AuthoritiesFile {
    private static final String NAME = "[a-z0-9][a-z0-9-]{0,31}";
    private static final Pattern OID = Pattern.compile("[0-2](\\.(0|[1-9][0-9]{0,38})){1,30}");
    private static final Duration DEADLINE = Duration.ofSeconds(5);
    private static final Duration TOTAL = Duration.ofSeconds(15);
    private static final int MOST_PER_MINUTE = 60_000;

    private AuthoritiesFile() {}

    /** @throws ConfigException with a sentence that names the file and the key */
    static AuthoritiesConfig read(Path file) {
        return RawConfig.ofFile(file, AuthoritiesFile::parse);
    }

    static AuthoritiesConfig parse(RawConfig raw) {
        List<AuthoritiesConfig.Authority> authorities = new ArrayList<>();
        for (String name : raw.names("authorities")) {
            if (!name.matches(NAME)) {
                throw new ConfigException("an authority's name is 1 to 32 of a-z 0-9 -, not " + name);
            }
            authorities.add(
                    name.equals("own") ? new AuthoritiesConfig.Own() : remote(raw, name, "authority." + name + "."));
        }
        return new AuthoritiesConfig(
                authorities, raw.millis("total-millis", TOTAL, Duration.ofMillis(100), Duration.ofMinutes(2)));
    }

    private static AuthoritiesConfig.Remote remote(RawConfig raw, String name, String prefix) {
        long perMinute = raw.number(prefix + "per-minute", 0, 0, MOST_PER_MINUTE);
        return new AuthoritiesConfig.Remote(
                name,
                address(raw, prefix + "url"),
                raw.directory(prefix + "anchors-folder"),
                policy(raw, prefix + "policy"),
                raw.millis(prefix + "deadline-millis", DEADLINE, Duration.ofMillis(100), Duration.ofMinutes(1)),
                raw.seconds(
                        prefix + "tolerance-seconds",
                        ExpectedAnswer.TOLERANCE,
                        Duration.ofSeconds(1),
                        Duration.ofMinutes(10)),
                perMinute == 0 ? Optional.empty() : Optional.of((int) perMinute));
    }

    private static URI address(RawConfig raw, String key) {
        String text = raw.text(key);
        try {
            URI address = new URI(text);
            boolean web = "https".equals(address.getScheme()) || "http".equals(address.getScheme());
            if (web && address.getHost() != null && address.getUserInfo() == null && address.getRawFragment() == null) {
                return address;
            }
        } catch (URISyntaxException e) {
            throw new ConfigException("the key " + key + " wants an address, not " + text, e);
        }
        throw new ConfigException("the key " + key + " wants an address of http or https, not " + text);
    }

    private static Optional<String> policy(RawConfig raw, String key) {
        if (!raw.has(key)) {
            return Optional.empty();
        }
        String oid = raw.text(key);
        if (!OID.matcher(oid).matches()) {
            throw new ConfigException("the key " + key + " wants an object identifier in dotted form, not " + oid);
        }
        return Optional.of(oid);
    }
}
