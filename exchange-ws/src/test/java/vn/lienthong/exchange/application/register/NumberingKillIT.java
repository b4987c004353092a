package vn.lienthong.exchange.application.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import vn.lienthong.exchange.it.TestExchange;

/** Programs that are giving out numbers are killed: no number is missing, and each that was told is there. */
class NumberingKillIT {
    private static final int[] MOMENTS = {1, 20, 75, 150, 333};

    @TempDir
    Path folder;

    @Test
    void killsLeaveNoGap() throws Exception {
        TestExchange exchange = TestExchange.in(folder, 2);
        List<Integer> told = new ArrayList<>();
        for (int round = 0; round < MOMENTS.length; round++) {
            told.addAll(killedAfter(exchange, MOMENTS[round], "round" + round));
        }
        List<Integer> stored = stored(exchange);
        assertThat(stored)
                .isEqualTo(IntStream.rangeClosed(1, stored.size()).boxed().toList());
        assertThat(told).doesNotHaveDuplicates();
        assertThat(stored).containsAll(told).hasSizeGreaterThan(MOMENTS[MOMENTS.length - 1]);
    }

    /** What the program said before and while it was killed, which it was in the middle of its work. */
    private List<Integer> killedAfter(TestExchange exchange, int answers, String name) throws Exception {
        PGSimpleDataSource database = (PGSimpleDataSource) exchange.unpooled();
        Process program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        NumberingProgram.class.getName(),
                        database.getURL(),
                        database.getUser(),
                        database.getPassword(),
                        database.getCurrentSchema(),
                        folder.toString(),
                        name)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        List<Integer> told = new ArrayList<>();
        try (BufferedReader out = program.inputReader(StandardCharsets.UTF_8)) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                told.add(Integer.valueOf(line));
                if (told.size() == answers) {
                    // by its handle: what it said before it died can still be read
                    program.toHandle().destroyForcibly();
                }
            }
        } finally {
            program.destroyForcibly().waitFor();
        }
        assertThat(program.exitValue()).as("killed by signal 9").isEqualTo(137);
        assertThat(told).hasSizeGreaterThanOrEqualTo(answers);
        return told;
    }

    private static List<Integer> stored(TestExchange exchange) throws Exception {
        List<Integer> numbers = new ArrayList<>();
        try (Connection connection = exchange.owner.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select number from register_entry order by number")) {
            while (rows.next()) {
                numbers.add(rows.getInt(1));
            }
        }
        return numbers;
    }
}
