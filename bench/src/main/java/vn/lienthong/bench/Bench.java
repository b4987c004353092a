package vn.lienthong.bench;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import vn.lienthong.bench.exchange.ExchangePart;
import vn.lienthong.bench.measure.Report;
import vn.lienthong.bench.measure.Table;
import vn.lienthong.bench.scene.Scene;
import vn.lienthong.bench.signer.SignerPart;
import vn.lienthong.bench.token.BenchToken;
import vn.lienthong.bench.verify.VerifyPart;
import vn.lienthong.signer.AllowedApi;
import vn.lienthong.signer.text.Text;

/** {@code ./lienthong bench}: measures the parts that are asked for, on a server that the launcher started for it. */
public final class Bench {
    private Bench() {}

    /** Exit status 0 if every operation of every row succeeded, 1 if one failed, 2 if it cannot begin. */
    public static void main(String... arguments) {
        System.exit(run(stdout(), arguments));
    }

    static int run(PrintStream out, String... arguments) {
        BenchOptions options;
        try {
            options = BenchOptions.parse(arguments);
        } catch (IllegalArgumentException e) {
            out.println(e.getMessage());
            return 2;
        }
        Table table = new Table(out, options.language());
        try (BenchToken token = BenchToken.open(options.server().state(), options.module())) {
            Path work = Files.createDirectories(options.work());
            measure(
                    options,
                    new Scene(new Report(table), options.server().attached(), token, work, options.measurement()));
        } catch (Exception e) {
            table.fault(new Text("phép đo", "the measurement"), e.toString());
        }
        if (table.faults() > 0) {
            table.note(new Text("Có " + table.faults() + " phép đo HỎNG.", table.faults() + " measurements FAILED."));
        }
        return table.faults() > 0 ? 1 : 0;
    }

    private static void measure(BenchOptions options, Scene scene) throws Exception {
        Machine.describe(scene.report().table());
        if (options.isQuick()) {
            scene.report()
                    .table()
                    .note(new Text(
                            "Đo nhanh: chỉ để thấy mọi phép đo đều chạy; đừng dùng các con số này.",
                            "Quick run: it shows that every row works; its figures are not to be used."));
        }
        for (BenchOptions.Part part : options.parts()) {
            switch (part) {
                case SIGNER -> SignerPart.measure(scene);
                case VERIFY -> VerifyPart.measure(scene);
                case EXCHANGE -> ExchangePart.measure(scene, System.getenv(), Clock.systemUTC());
            }
        }
        scene.report().printTargets();
        Machine.load(scene.report().table());
    }

    @AllowedApi("a command-line tool prints to standard output")
    private static PrintStream stdout() {
        return new PrintStream(System.out, true, StandardCharsets.UTF_8);
    }
}
