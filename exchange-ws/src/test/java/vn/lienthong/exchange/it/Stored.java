package vn.lienthong.exchange.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What a server has stored: looked at before and after requests that have to leave nothing behind. The server's own
 * status messages, which may be under way, do not count.
 *
 * @param orphans files of the content store that no record refers to
 */
public record Stored(
        Place place, long dispatches, long deliveries, long idempotencyKeys, long statuses, Set<String> orphans) {
    private static final Duration SOON = Duration.ofSeconds(20);

    /**
     * Where a server keeps what it has.
     *
     * @param management the port of its management interface
     */
    public record Place(Path state, String database, int management) {
        /** Of the server that the container tests share. */
        private static Place shared() {
            return new Place(
                    Path.of(System.getProperty("lienthong.it.state")),
                    System.getenv("EXCHANGE_DB_URL"),
                    9990 + Integer.getInteger("lienthong.it.port-offset"));
        }
    }

    /** As it is now, on the server that the container tests share. */
    public static Stored now() {
        return now(Place.shared());
    }

    /** As it is now. */
    public static Stored now(Place place) {
        // the files first: a message that is recorded in between has its file already
        Set<String> files = kept(place);
        try (Connection database = DriverManager.getConnection(
                        place.database(), System.getenv("EXCHANGE_DB_USER"), System.getenv("EXCHANGE_DB_PASSWORD"));
                Statement statement = database.createStatement()) {
            try (ResultSet rows = statement.executeQuery("""
                    select encode(content_sha256, 'hex') from dispatch
                    union all select encode(content_sha256, 'hex') from signature_batch_item
                    union all select encode(content_sha256, 'hex') from kept_signature_version
                    union all select encode(content_sha256, 'hex') from kept_signature_document
                    union all select encode(signed_sha256, 'hex') from signature_batch_item
                    where signed_sha256 is not null""")) {
                while (rows.next()) {
                    files.remove(rows.getString(1));
                }
            }
            return new Stored(
                    place,
                    count(statement, "dispatch where channel <> 'INTERNAL'"),
                    count(statement, "delivery join dispatch on dispatch = dispatch.id where channel <> 'INTERNAL'"),
                    count(statement, "idempotency_key"),
                    count(statement, "business_status"),
                    files);
        } catch (SQLException e) {
            throw new IllegalStateException("the server's database does not answer", e);
        }
    }

    /** The same and one dispatch to one agency. */
    public Stored withOneMore() {
        return new Stored(place, dispatches + 1, deliveries + 1, idempotencyKeys, statuses, orphans);
    }

    /** Nothing was added since, nothing half received is left, and the server is ready for the next request. */
    public void assertUnchanged(String after) {
        Eventually.within(
                SOON,
                "nothing half received is left after " + after,
                () -> halfReceived(place).isEmpty());
        assertThat(now(place)).as("what is stored after %s", after).isEqualTo(this);
        assertThat(health()).as("the health of the server after %s", after).isEqualTo(200);
    }

    private static long count(Statement statement, String what) throws SQLException {
        try (ResultSet rows = statement.executeQuery("select count(*) from " + what)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static Set<String> kept(Place place) {
        Set<String> names = new TreeSet<>();
        files(place, "content/kept")
                .forEach(file -> names.add(file.getFileName().toString()));
        return names;
    }

    /** The content store's own folder for what comes in, and the temporary files of all requests. */
    private static List<Path> halfReceived(Place place) {
        return Stream.concat(files(place, "content/staging").stream(), files(place, "tmp").stream())
                .filter(file -> !file.getFileName().toString().startsWith("hsperfdata"))
                .toList();
    }

    private static List<Path> files(Place place, String folder) {
        try (Stream<Path> files =
                Files.find(place.state().resolve(folder), 5, (path, found) -> found.isRegularFile())) {
            return files.toList();
        } catch (IOException | java.io.UncheckedIOException e) {
            throw new IllegalStateException("a folder of the server cannot be read", e);
        }
    }

    /** The HTTP status by which the server says whether it is ready: 200 or 503. */
    public int health() {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + place.management() + "/health/ready"))
                .timeout(SOON)
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request, BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            throw new IllegalStateException("the server does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
