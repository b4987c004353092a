package vn.lienthong.bench.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.lienthong.signer.text.Text;

/** Which rows were to reach something, and whether they did. Not thread-safe. */
final class Targets {
    private final List<Judged> judged = new ArrayList<>();

    /** @param figure empty where the row failed */
    record Judged(Text row, Target target, Optional<Figure> figure) {

        boolean holds() {
            return figure.filter(target::isReachedBy).isPresent();
        }
    }

    void judge(Text row, List<Target> targets, Optional<Figure> figure) {
        targets.forEach(target -> judged.add(new Judged(row, target, figure)));
    }

    List<Judged> all() {
        return List.copyOf(judged);
    }
}
