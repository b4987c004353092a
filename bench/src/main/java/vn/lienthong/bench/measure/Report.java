package vn.lienthong.bench.measure;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.lienthong.signer.text.Text;

/** Measures row by row. A row that fails is told and counted, and the others are measured all the same. */
public final class Report {
    private final Table table;
    private final Targets targets = new Targets();

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
        return row(name, limit, List.of(), trial);
    }

    /** The same for a row that is to reach something. */
    public Optional<Figure> row(Text name, @Nullable Limit limit, List<Target> toReach, Trial trial) {
        Optional<Figure> figure = figure(name, limit, trial);
        targets.judge(name, toReach, figure);
        return figure;
    }

    /** Which rows reached what they were to reach, each in a line; nothing where none was to. */
    public void printTargets() {
        if (!targets.all().isEmpty()) {
            table.targets(targets.all());
        }
    }

    private Optional<Figure> figure(Text name, @Nullable Limit limit, Trial trial) {
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
