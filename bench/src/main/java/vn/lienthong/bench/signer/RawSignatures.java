package vn.lienthong.bench.signer;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.lienthong.bench.measure.Figure;
import vn.lienthong.bench.measure.Limit;
import vn.lienthong.bench.measure.Watch;
import vn.lienthong.bench.scene.Scene;
import vn.lienthong.bench.token.BareSession;
import vn.lienthong.signer.text.Text;

/** C_Sign itself, by one thread and by two: what all else is measured against. */
final class RawSignatures {
    private RawSignatures() {}

    /** The limit of that key, or null if it could not be measured. */
    static @Nullable Limit limit(Scene scene, String alias, String kind) {
        List<Figure> figures = Stream.of(row(scene, alias, kind, 1), row(scene, alias, kind, 2))
                .flatMap(Optional::stream)
                .toList();
        return figures.isEmpty() ? null : Limit.of(figures.getFirst(), figures.getLast());
    }

    private static Optional<Figure> row(Scene scene, String alias, String kind, int threads) {
        Text name = new Text(
                "C_Sign " + kind + ", " + threads + " luồng",
                "C_Sign " + kind + ", " + threads + (threads == 1 ? " thread" : " threads"));
        return scene.report()
                .row(
                        name,
                        null,
                        () -> scene.measurement().of(threads, Watch.own(), worker -> {
                            BareSession session = scene.token().bareSession(alias);
                            session.check();
                            return session;
                        }));
    }
}
