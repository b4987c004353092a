package vn.lienthong.bench.exchange;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import vn.lienthong.bench.measure.CpuClock;
import vn.lienthong.bench.measure.Figure;
import vn.lienthong.bench.measure.Limit;
import vn.lienthong.bench.measure.Measurement;
import vn.lienthong.bench.measure.Watch;
import vn.lienthong.bench.scene.Scene;
import vn.lienthong.signer.text.Text;

/** Dispatches accepted over VXP, beside bare inserts of the same rows and files into the same database and disk. */
public final class ExchangePart {
    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final int[] CLIENTS = {1, 8, 32};
    /** How many times a row's own warming up. */
    private static final int SETTLING = 8;

    private static final int SMALL = 10_000;
    private static final int LARGE = 1_000_000;
    private static final Duration LONGEST_SEALING = Duration.ofSeconds(60);

    private final Scene scene;
    private final Database database;
    private final Clock clock;

    private ExchangePart(Scene scene, Database database, Clock clock) {
        this.scene = scene;
        this.database = database;
        this.clock = clock;
    }

    /** @param environment where the launcher says how the database is reached */
    public static void measure(Scene scene, Map<String, String> environment, Clock clock) throws Exception {
        ExchangePart part = new ExchangePart(scene, new Database(environment), clock);
        try (Connection owner = part.database.asOwner()) {
            BareTables.make(owner, environment.getOrDefault("EXCHANGE_DB_USER", "lienthong"));
        }
        part.sizes();
    }

    private void sizes() throws Exception {
        scene.report()
                .table()
                .heading(
                        new Text(
                                "Tiếp nhận văn bản qua VXP, bền trên đĩa; mốc: chỉ ghi đúng các dòng và tệp đó vào cùng cơ sở dữ liệu và đĩa",
                                "Dispatches accepted over VXP, durable; the limit: bare inserts of the same rows and files, same database and disk"));
        settle();
        size("10 kB", SMALL, scene.measurement().times(2));
        size("1 MB", LARGE, scene.measurement());
    }

    /** The just-in-time compiler of the server has seen the way of a message often, also on a machine with other work. */
    private void settle() throws Exception {
        Messages messages = messages(SMALL);
        new Measurement(scene.measurement().warmUp().multipliedBy(SETTLING), Duration.ZERO)
                .of(CLIENTS[1], scene.server().watch(), worker -> new VxpSender(scene.server(), messages, now()));
    }

    private void size(String name, int octets, Measurement measurement) throws Exception {
        Messages messages = messages(octets);
        try (VxpSender first = new VxpSender(scene.server(), messages, now())) {
            // a row to copy, and the way there is open
            first.run();
        }
        for (int clients : CLIENTS) {
            Optional<Figure> bare = bare(name, clients, messages, measurement);
            accepted(name, clients, messages, measurement, bare.map(Limit::of));
            sealed();
        }
    }

    private Optional<Figure> bare(String name, int clients, Messages messages, Measurement measurement)
            throws IOException {
        BareFiles files = BareFiles.in(scene.work().resolve("bare"));
        Optional<Figure> figure = scene.report()
                .row(
                        new Text(
                                name + ", " + clients + " luồng, chỉ ghi",
                                name + ", " + clients + (clients == 1 ? " thread" : " threads") + ", bare inserts"),
                        null,
                        () -> measurement.of(
                                clients,
                                new Watch(CpuClock.own(), scene.server().database()),
                                worker -> new BareInserts(database, messages, files, clock, clients * 100 + worker)));
        files.delete();
        return figure;
    }

    private void accepted(String name, int clients, Messages messages, Measurement measurement, Optional<Limit> limit) {
        scene.report()
                .row(
                        new Text(
                                name + ", " + clients + " máy khách, sendEdoc",
                                name + ", " + clients + (clients == 1 ? " client" : " clients") + ", sendEdoc"),
                        limit.orElse(null),
                        () -> measurement.of(
                                clients,
                                scene.server().watch(),
                                worker -> new VxpSender(scene.server(), messages, now())));
    }

    /** How long until everything that was accepted has its receipt under seal. */
    private void sealed() throws SQLException, InterruptedException {
        try (Connection connection = database.asServer()) {
            long begin = System.nanoTime();
            while (Database.waitingForSeal(connection) > 0) {
                Thread.sleep(50);
                if (System.nanoTime() - begin > LONGEST_SEALING.toNanos()) {
                    scene.report()
                            .table()
                            .fault(
                                    new Text("niêm phong biên nhận", "sealing of receipts"),
                                    Database.waitingForSeal(connection) + " > 0");
                    return;
                }
            }
            String seconds = String.format(Locale.ROOT, "%.1f", (System.nanoTime() - begin) / 1e9);
            scene.report()
                    .table()
                    .note(new Text(
                            "  biên nhận cuối cùng được niêm phong sau " + seconds + " giây",
                            "  the last receipt was sealed after " + seconds + " s"));
        }
    }

    /** Unlike those of every other call. */
    private Messages messages(int octets) {
        return Messages.of(octets, "DO-" + Long.toString(clock.millis(), Character.MAX_RADIX) + "-" + octets, now());
    }

    private LocalDateTime now() {
        return LocalDateTime.ofInstant(clock.instant(), VIETNAM);
    }
}
