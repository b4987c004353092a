package vn.lienthong.bench.measure;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.lienthong.signer.text.Text;

/** Measures row by row. A row that fails is told and counted, and the others are measured all the same. */
public final class Report {
    private final Table table;

    public Report(Table table) {
        this.table = table;
    }

    public Table table() {
        return table;
    }

    /** What is to be measured. */
    @FunctionalInterface
    public interface Trial {
        Figure run() throws Exception;
    }

    /** The figure, which is printed; empty if it failed. */
    public Optional<Figure> row(Text name, @Nullable Limit limit, Trial trial) {
        try {
            Figure figure = trial.run();
            table.row(name, figure, limit);
            return Optional.of(figure);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (Exception e) {
            table.fault(name, e.toString());
            return Optional.empty();
        }
    }
}
