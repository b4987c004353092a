package vn.lienthong.demo.story;

import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import vn.lienthong.signer.text.Language;
import vn.lienthong.signer.text.Text;

/** Tells the demo, a line a step, and keeps what was checked. Not thread-safe: one story, one thread. */
public final class Story {
    private final PrintStream out;
    private final Language language;
    private final Clock clock;
    private final List<Check> checks = new ArrayList<>();
    private int chapter;

    public Story(PrintStream out, Language language, Clock clock) {
        this.out = out;
        this.language = language;
        this.clock = clock;
    }

    public void chapter(String vi, String en) {
        out.println();
        out.println(++chapter + ". " + new Text(vi, en).in(language));
    }

    /**
     * What {@code work} answers; a line says that it was done and how long it took.
     *
     * @throws StoryEnded after the line that says why it was not
     */
    public <T> T step(String vi, String en, Supplier<T> work) {
        Text title = new Text(vi, en);
        Instant begin = clock.instant();
        try {
            T result = work.get();
            line("✔", title, begin);
            return result;
        } catch (DemoFailure e) {
            throw ended(title, begin, e.text());
        } catch (UncheckedIOException e) {
            throw ended(title, begin, new Text(String.valueOf(e.getMessage()), String.valueOf(e.getMessage())));
        }
    }

    public void step(String vi, String en, Runnable work) {
        step(vi, en, () -> {
            work.run();
            return true;
        });
    }

    /** A line under a step: what somebody else says, word for word. */
    public void quote(String line) {
        out.println("      │ " + line);
    }

    /**
     * The claim goes into the closing table.
     *
     * @throws DemoFailure with that claim if it does not hold
     */
    public void check(boolean holds, String vi, String en) {
        checks.add(new Check(new Text(vi, en), holds));
        if (!holds) {
            throw new DemoFailure("không đúng: " + vi, "does not hold: " + en);
        }
    }

    /** The table of everything that was checked; true if all of it held. */
    public boolean conclude() {
        out.println();
        out.println(new Text("Đã kiểm tra:", "What was checked:").in(language));
        for (int i = 0; i < checks.size(); i++) {
            Check check = checks.get(i);
            out.println(String.format(
                    Locale.ROOT,
                    "  %2d  %s  %s",
                    i + 1,
                    check.holds() ? "✔" : "✘",
                    check.claim().in(language)));
        }
        return checks.stream().allMatch(Check::holds);
    }

    public void say(String vi, String en) {
        out.println(new Text(vi, en).in(language));
    }

    private StoryEnded ended(Text title, Instant begin, Text why) {
        line("✘", title, begin);
        out.println("    " + why.in(language));
        checks.add(new Check(title, false));
        return new StoryEnded();
    }

    private void line(String outcome, Text title, Instant begin) {
        long tenths = Duration.between(begin, clock.instant()).toMillis() / 100;
        String seconds = language == Language.VI
                ? tenths / 10 + "," + tenths % 10 + " giây"
                : tenths / 10 + "." + tenths % 10 + " s";
        out.println("  " + outcome + " " + title.in(language) + " (" + seconds + ")");
    }
}
