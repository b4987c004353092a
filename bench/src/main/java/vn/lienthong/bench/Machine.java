package vn.lienthong.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import vn.lienthong.bench.measure.Table;
import vn.lienthong.signer.text.Text;

/** Where and under which load figures were taken: without that they say nothing. */
final class Machine {
    private Machine() {}

    static void describe(Table table) throws IOException {
        String processor = Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
                .filter(line -> line.startsWith("model name"))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElse("?");
        int count = Runtime.getRuntime().availableProcessors();
        String java = System.getProperty("java.vm.version");
        table.note(new Text(
                "Máy: " + count + " nhân, " + processor + ", Java " + java,
                "Machine: " + count + " processors, " + processor + ", Java " + java));
        load(table);
    }

    /** The averages of 1, 5 and 15 minutes; proc(5). */
    static void load(Table table) throws IOException {
        String averages = String.join(
                " ",
                List.of(Files.readString(Path.of("/proc/loadavg")).split(" ", -1))
                        .subList(0, 3));
        table.note(new Text(
                "Tải của máy lúc này (1, 5, 15 phút): " + averages,
                "Load of the machine now (1, 5, 15 minutes): " + averages));
    }
}
