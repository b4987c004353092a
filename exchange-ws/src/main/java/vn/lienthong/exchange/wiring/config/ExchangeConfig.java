package vn.lienthong.exchange.wiring.config;

import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * All that the server is told from outside, but for the database, which the container's data source is told.
 *
 * @param tsa the time-stamping authority
 * @param authorities who is asked for the timestamps of signatures
 * @param peers the other exchanges that this one is joined to
 * @param door how long and how many requests may wait for octets
 * @param publicAddress scheme, host and port under which others know the server; by default what a request's Host says
 * @param logId the name of this server's audit log in evidence files, unique among all servers for ever
 * @param contentFolder where documents are stored
 * @param contentLimit the most octets of one message, 1.5 GiB by default: VXP carries attachments as Base64, so a 1 GB
 *     document needs a third more
 * @param contentOrphanAge how long a stored file stays that no record refers to, 7 days by default: whoever restores a
 *     backup of the database has that long to find out that it is older than the files
 * @param temporaryFolder for parts of requests on their way; on the same disk as nothing that matters
 * @param vaultKeyFile 256 bits, as 64 hexadecimal digits, under which shared secrets lie in the database
 * @param directoryFile agencies, systems and people to be known from the start
 * @param soapKey where the key is that signs SOAP answers
 * @param csc signing at a distance
 * @param passkeys as a second factor of signing at a distance
 * @param twoStep signing with officials' own tokens
 * @param webhooks where the addresses may lie that are told of events
 * @param vxpTimestampAge how old a VXP request's timestamp may be, 24 h by default: one client object lives for hours
 * @param vxpChangeAge the same for requests that send or change something, as old as any other by default; clients that
 *     make a new timestamp for each request allow minutes
 * @param vxpTimestampAhead how far it may lie in the future, 5 min by default
 * @param vxpExtraPath a path under which VXP answers too, such as {@code /LGSP/adapter}; none by default
 * @param sealInterval how long audit entries wait for their seal, 1 s by default
 * @param keptFor how long signed files stay in the server's care; for ever by default
 */
public record ExchangeConfig(
        HsmConfig hsm,
        TrustConfig trust,
        TsaConfig tsa,
        AuthoritiesConfig authorities,
        PeersConfig peers,
        DoorConfig door,
        @Nullable URI publicAddress,
        String logId,
        Path contentFolder,
        long contentLimit,
        Duration contentOrphanAge,
        Path temporaryFolder,
        Path vaultKeyFile,
        Path directoryFile,
        SoapKeyConfig soapKey,
        CscConfig csc,
        PasskeyConfig passkeys,
        TwoStepConfig twoStep,
        WebhookConfig webhooks,
        Duration vxpTimestampAge,
        Duration vxpChangeAge,
        Duration vxpTimestampAhead,
        String vxpExtraPath,
        Duration sealInterval,
        Optional<Duration> keptFor) {

    /** @throws ConfigException if the file cannot be read, or a key is missing, unknown or wrong */
    public static ExchangeConfig read(Path file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new ConfigException("the configuration cannot be read: " + file, e);
        }
        Map<String, String> texts = properties.stringPropertyNames().stream()
                .collect(Collectors.toMap(key -> key, properties::getProperty));
        return parse(texts, file.toAbsolutePath().resolveSibling(""));
    }

    static ExchangeConfig parse(Map<String, String> texts, Path folder) {
        RawConfig raw = new RawConfig(texts, folder);
        Duration vxpAge = raw.seconds(
                "vxp-timestamp-age-seconds", Duration.ofHours(24), Duration.ofMinutes(1), Duration.ofDays(7));
        ExchangeConfig config = new ExchangeConfig(
                HsmConfig.parse(raw),
                TrustConfig.parse(raw),
                TsaConfig.parse(raw),
                AuthoritiesConfig.parse(raw),
                PeersConfig.parse(raw),
                DoorConfig.parse(raw),
                raw.address("public-address"),
                raw.text("log-id"),
                raw.directory("content-folder"),
                raw.number("content-limit-bytes", 1536L << 20, 1 << 10, 1L << 40),
                raw.seconds(
                        "content-orphan-age-seconds", Duration.ofDays(7), Duration.ofHours(1), Duration.ofDays(3650)),
                raw.directory("temporary-folder"),
                raw.file("vault-key-file"),
                raw.file("directory-file"),
                SoapKeyConfig.parse(raw),
                CscConfig.parse(raw),
                PasskeyConfig.parse(raw),
                TwoStepConfig.parse(raw),
                WebhookConfig.parse(raw),
                vxpAge,
                raw.seconds("vxp-change-age-seconds", vxpAge, Duration.ofMinutes(1), vxpAge),
                raw.seconds("vxp-timestamp-ahead-seconds", Duration.ofMinutes(5), Duration.ZERO, Duration.ofHours(1)),
                raw.text("vxp-extra-path", ""),
                raw.millis(
                        "seal-interval-millis", Duration.ofSeconds(1), Duration.ofMillis(50), Duration.ofMinutes(10)),
                Optional.of(raw.number("kept-signature-days", 0, 0, 36_500))
                        .filter(days -> days > 0)
                        .map(Duration::ofDays));
        raw.refuseTheRest();
        return config;
    }
}
