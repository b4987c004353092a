package vn.lienthong.exchange.domain.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vn.lienthong.exchange.domain.delivery.StatusStep.Barred;
import vn.lienthong.exchange.domain.delivery.StatusStep.Holds;
import vn.lienthong.exchange.domain.delivery.StatusStep.Late;
import vn.lienthong.exchange.domain.edxml.StatusCode;

/** The tables in {@code docs/statuses.md} say what the machine does; {@code -Ddocs.write=true} writes them anew. */
class StatusesDocumentTest {
    private static final Path DOCUMENT = Path.of("..", "docs", "statuses.md");
    private static final String BEGIN = "<!-- tables: made from CopyState by StatusesDocumentTest -->\n";
    private static final String END = "<!-- end of tables -->\n";

    @Test
    void isUpToDate() throws IOException {
        String page = Files.readString(DOCUMENT);
        String wanted = page.substring(0, page.indexOf(BEGIN) + BEGIN.length())
                + work()
                + questions()
                + reasons()
                + page.substring(page.indexOf(END));
        if (Boolean.getBoolean("docs.write")) {
            Files.writeString(DOCUMENT, wanted);
        }
        assertThat(Files.readString(DOCUMENT))
                .as("docs/statuses.md; write it anew with -Dtest=StatusesDocumentTest -Ddocs.write=true")
                .isEqualTo(wanted);
    }

    private static String work() {
        List<StatusCode> reports = Arrays.stream(StatusCode.values())
                .filter(code -> Stage.of(code).isPresent())
                .toList();
        StringBuilder table = new StringBuilder("\n### The work of the recipient\n\n");
        table.append(row("stage", reports.stream().map(StatusCode::code).toList()));
        table.append(rule(reports.size()));
        for (Stage stage : Stage.values()) {
            CopyState state = new CopyState(stage, Question.NONE);
            table.append(row(
                    name(stage),
                    reports.stream()
                            .map(code -> cell(state.on(code), next -> name(next.stage())))
                            .toList()));
        }
        return table.toString();
    }

    private static String questions() {
        StringBuilder table = new StringBuilder("\n### What the sender asks, and the answer\n\n");
        table.append(row("question", List.of("thu hồi (1)", "13", "15", "16", "01 to 06")));
        table.append(rule(5));
        for (Question question : Question.values()) {
            CopyState state = new CopyState(Stage.ARRIVED, question);
            Function<CopyState, String> next = after -> name(after.question());
            table.append(row(
                    name(question),
                    List.of(
                            cell(state.onRecallOrder(), next),
                            cell(state.on(StatusCode.RECALLED), next),
                            cell(state.on(StatusCode.CHANGE_ACCEPTED), next),
                            cell(state.on(StatusCode.CHANGE_REJECTED), next),
                            cell(state.on(StatusCode.ACCEPTED), after -> "as above"))));
        }
        return table.toString();
    }

    private static String reasons() {
        StringBuilder table = new StringBuilder("\n### Why a status is refused\n\n");
        table.append(row("reason", List.of(""))).append(rule(1));
        for (StatusStep.Reason reason : StatusStep.Reason.values()) {
            table.append(row("`" + reason.name() + "`", List.of(reason.detail())));
        }
        return table.append('\n').toString();
    }

    private static String cell(StatusStep step, Function<CopyState, String> next) {
        return switch (step) {
            case Holds holds -> next.apply(holds.next());
            case Late late -> "*late*";
            case Barred barred -> "refused: `" + barred.reason() + "`";
        };
    }

    private static String row(String first, List<String> cells) {
        return "| " + first + cells.stream().map(cell -> " | " + cell).collect(Collectors.joining()) + " |\n";
    }

    private static String rule(int cells) {
        return "|---" + "|---".repeat(cells) + "|\n";
    }

    private static String name(Enum<?> state) {
        return "`" + state.name().toLowerCase(Locale.ROOT).replace('_', '-') + "`";
    }
}
