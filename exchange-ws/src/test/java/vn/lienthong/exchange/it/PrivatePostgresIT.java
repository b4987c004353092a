package vn.lienthong.exchange.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.exchange.it.Commands.Result;

/** The launcher's database script, in a folder that only its owner may enter. */
class PrivatePostgresIT {
    private static final int PORT = 21310;

    @TempDir
    Path parent;

    private Path folder;

    @BeforeEach
    void closeTheFolder() throws IOException {
        Files.setPosixFilePermissions(parent, PosixFilePermissions.fromString("rwx------"));
        folder = parent.resolve("state/postgres");
    }

    @AfterEach
    void stop() {
        script("stop", folder.toString());
    }

    @Test
    void startsOnceAnswersAndStops() {
        assertThat(script("status", folder.toString())).isEqualTo(new Result(3, "stopped\n"));
        start();
        start();
        assertThat(script("status", folder.toString()).output()).isEqualTo("running " + PORT + "\n");
        assertThat(query("show fsync")).contains("on");
        script("stop", folder.toString());
        assertThat(script("status", folder.toString()).status()).isEqualTo(3);
    }

    @Test
    void keepsWhatWasCommittedWhenItIsKilled() throws IOException {
        start();
        assertThat(query("create table kept as select 42 as answer")).contains("SELECT 1");
        long pid = Long.parseLong(
                Files.readAllLines(folder.resolve("data/postmaster.pid")).get(0));
        ProcessHandle server = ProcessHandle.of(pid).orElseThrow();
        server.destroyForcibly();
        Eventually.within(Duration.ofSeconds(30), "the server is gone", () -> !server.isAlive());
        Eventually.within(
                Duration.ofSeconds(60),
                "it starts again",
                () -> script("start", folder.toString(), Integer.toString(PORT)).status() == 0);
        assertThat(query("select answer from kept")).contains("42");
    }

    /** Once, the server's role owned everything; a cluster of that time is changed when it is started. */
    @Test
    void takesTheTablesFromTheServersRole() throws IOException {
        start();
        assertThat(query("grant create on schema public to lienthong")).contains("GRANT");
        assertThat(queryAs("EXCHANGE_DB", "create table old as select 42 as answer"))
                .contains("SELECT 1");
        Files.delete(folder.resolve("roles"));
        Files.delete(folder.resolve("owner.password"));
        start();
        assertThat(query("select tableowner from pg_tables where tablename = $$old$$"))
                .contains("lienthong_owner");
        assertThat(query("select answer from old")).contains("42");
        assertThat(queryAs("EXCHANGE_DB", "drop table old")).contains("must be owner");
    }

    @Test
    void migratesAsTheOwnerInAProcessOfItsOwn() {
        start();
        Result unnamed = migrate("unset EXCHANGE_DB_OWNER_USER; ");
        assertThat(unnamed.status()).isEqualTo(1);
        assertThat(unnamed.output()).isEqualTo("the variable EXCHANGE_DB_OWNER_USER is not set\n");
        Result migrated = migrate("");
        assertThat(migrated.status()).as(migrated.output()).isZero();
        assertThat(queryAs("EXCHANGE_DB", "select count(*) from audit_entry")).isEqualTo("0\n");
        assertThat(queryAs("EXCHANGE_DB", "drop table audit_entry")).contains("must be owner");
    }

    @Test
    void namesAPortThatIsTaken() throws IOException {
        try (ServerSocket taken = new ServerSocket(PORT, 1, InetAddress.getLoopbackAddress())) {
            assertThat(taken.isBound()).isTrue();
            Result refused = script("start", folder.toString(), Integer.toString(PORT));
            assertThat(refused.status()).isEqualTo(1);
            assertThat(refused.output().lines()).singleElement().asString().contains(Integer.toString(PORT));
        }
    }

    @Test
    void refusesAWrongUse() {
        assertThat(script("start", folder.toString(), "port").status()).isEqualTo(1);
        assertThat(script("env", folder.toString()).status()).isEqualTo(1);
    }

    private void start() {
        Result started = script("start", folder.toString(), Integer.toString(PORT));
        assertThat(started.status()).as(started.output()).isZero();
    }

    private Result migrate(String before) {
        Path root = Checkout.root();
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String command = String.join(
                " ",
                "eval \"$('" + path() + "' env '" + folder + "')\"; " + before + root.resolve("bin/migrate"),
                java,
                System.getProperty("lienthong.it.server"),
                root.resolve("exchange-ws/target/lienthong/WEB-INF").toString());
        return Commands.run(parent, List.of("bash", "-c", command));
    }

    private String query(String sql) {
        return queryAs("EXCHANGE_DB_OWNER", sql);
    }

    private String queryAs(String role, String sql) {
        return Commands.run(
                        parent,
                        List.of(
                                "bash",
                                "-c",
                                "eval \"$('" + path() + "' env '" + folder + "')\"; PGPASSWORD=$" + role + "_PASSWORD "
                                        + "psql -h 127.0.0.1 -p " + PORT + " -U $" + role + "_USER lienthong -Atc '"
                                        + sql
                                        + "'"))
                .output();
    }

    private Result script(String... arguments) {
        String[] command = new String[arguments.length + 1];
        command[0] = path();
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        return Commands.run(parent, List.of(command));
    }

    private static String path() {
        return Checkout.root().resolve("bin/private-postgres").toString();
    }
}
