package vn.lienthong.exchange.domain.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.lienthong.exchange.domain.delivery.StatusStep.Barred;
import vn.lienthong.exchange.domain.delivery.StatusStep.Holds;
import vn.lienthong.exchange.domain.delivery.StatusStep.Late;
import vn.lienthong.exchange.domain.delivery.StatusStep.Reason;
import vn.lienthong.exchange.domain.dispatch.BusinessType;
import vn.lienthong.exchange.domain.edxml.StatusCode;

class CopyStateTest {

    /** Where a copy stands after a history that came in that order. Source: QCVN 102:2016, StatusCode. */
    @ParameterizedTest
    @CsvSource({
        "NEW,'',SENT,NONE",
        "NEW,'01',ARRIVED,NONE",
        "NEW,'01 02',REJECTED,NONE",
        "NEW,'01 03 04 05 06',FINISHED,NONE",
        "NEW,'01 03 05 06',FINISHED,NONE",
        "NEW,'03 01',ACCEPTED,NONE",
        "NEW,'06 05 03 01',FINISHED,NONE",
        "NEW,'05 05 04',PROCESSING,NONE",
        "NEW,'03 02',REJECTED,NONE",
        "NEW,'02 05 03',ACCEPTED,NONE",
        "NEW,'06 02',FINISHED,NONE",
        "NEW,'01 13',ARRIVED,RECALL_ASKED",
        "NEW,'01 13 03 15 05',ACCEPTED,RECALL_AGREED",
        "NEW,'01 13 16 05',PROCESSING,RECALL_REFUSED",
        "NEW,'13 16 15 16',SENT,RECALL_AGREED",
        "NEW,'13 16 13',SENT,RECALL_ASKED",
        "UPDATE,'01 15',ARRIVED,CHANGE_AGREED",
        "REPLACE,'16 15',SENT,CHANGE_AGREED",
        "UPDATE,'15 16',SENT,CHANGE_AGREED",
        "UPDATE,'13 15',SENT,RECALL_AGREED",
        "RECALL,'15',SENT,RECALL_AGREED",
    })
    void holds(BusinessType type, String history, Stage stage, Question question) {
        CopyState state = CopyState.initial(type);
        for (StatusCode code : codes(history)) {
            state = switch (state.on(code)) {
                case Holds(CopyState next) -> next;
                case Late(CopyState same) -> same;
                case Barred barred -> throw new AssertionError(code + " was refused: " + barred);
            };
        }
        assertThat(state).isEqualTo(new CopyState(stage, question));
    }

    @ParameterizedTest
    @CsvSource({
        "SENT,NONE,15,NOTHING_ASKED",
        "PROCESSING,NONE,16,NOTHING_ASKED",
        "FINISHED,NONE,13,FINISHED",
        "REJECTED,NONE,13,RETURNED",
        "ACCEPTED,RECALL_AGREED,13,RECALLED",
    })
    void refuses(Stage stage, Question question, String code, Reason reason) {
        assertThat(new CopyState(stage, question).on(codes(code).getFirst())).isEqualTo(new Barred(reason));
    }

    /** Decree 30/2020, Article 18.4b names no stage after which a document can no longer be recalled. */
    @Test
    void aRecallOrderIsPossibleAtEveryStage() {
        for (Stage stage : Stage.values()) {
            assertThat(new CopyState(stage, Question.NONE).onRecallOrder())
                    .isEqualTo(new Holds(new CopyState(stage, Question.RECALL_ASKED)));
        }
        assertThat(new CopyState(Stage.SENT, Question.RECALL_AGREED).onRecallOrder())
                .isEqualTo(new Barred(Reason.RECALLED));
    }

    @Test
    void everyStateOfTheTableIsReachedAndNoOther() {
        Set<CopyState> reached = new HashSet<>();
        for (BusinessType type : BusinessType.values()) {
            reach(CopyState.initial(type), reached);
        }
        Set<CopyState> table = new HashSet<>();
        for (Stage stage : Stage.values()) {
            for (Question question : Question.values()) {
                table.add(new CopyState(stage, question));
            }
        }
        assertThat(reached).isEqualTo(table);
    }

    /** Whatever a recipient reports of its work is kept, however late, early or often it comes. */
    @Property
    void noReportOfWorkIsEverRefused(@ForAll Stage stage, @ForAll Question question, @ForAll StatusCode code) {
        if (Stage.of(code).isPresent()) {
            assertThat(new CopyState(stage, question).on(code)).isNotInstanceOf(Barred.class);
        }
    }

    @Property
    void noSequenceLosesAStatus(
            @ForAll BusinessType type,
            @ForAll @Size(max = 40) List<StatusCode> codes,
            @ForAll @Size(value = 40) List<@IntRange(max = 2) Integer> words) {
        List<StatusEntry> recorded = new ArrayList<>();
        for (int i = 0; i < codes.size(); i++) {
            CopyHistory before = CopyHistory.of(type, recorded);
            StatusEntry entry = Entries.of(codes.get(i), "lời " + words.get(i));
            StatusStep step = before.holds().on(entry.status());
            CopyState wanted = before.holds();
            if (before.repeats(entry.status(), entry.description())) {
                assertThat(recorded)
                        .anyMatch(one -> one.status() == entry.status()
                                && one.description().equals(entry.description()));
            } else if (step instanceof Barred) {
                assertThat(entry.status())
                        .isIn(StatusCode.RECALLED, StatusCode.CHANGE_ACCEPTED, StatusCode.CHANGE_REJECTED);
            } else {
                recorded.add(step instanceof Late ? entry.asLate() : entry);
                wanted = step instanceof Holds(CopyState next) ? next : wanted;
            }
            assertThat(CopyHistory.of(type, recorded).holds()).isEqualTo(wanted);
        }
    }

    /** What lists show as the present status is the newest that did not come late. */
    @Property
    void theNewestStatusThatIsNotLateTellsTheStage(@ForAll @Size(max = 30) List<StatusCode> codes) {
        List<StatusCode> stages = new ArrayList<>();
        CopyState state = CopyState.initial(BusinessType.NEW);
        for (StatusCode code : codes) {
            if (state.on(code) instanceof Holds(CopyState next)) {
                state = next;
                Stage.of(code).ifPresent(stage -> stages.add(code));
            }
        }
        assertThat(state.stage())
                .isEqualTo(
                        stages.isEmpty()
                                ? Stage.SENT
                                : Stage.of(stages.getLast()).orElseThrow());
    }

    @Property
    void consentToARecallIsFinal(@ForAll Stage stage, @ForAll @Size(max = 30) List<StatusCode> codes) {
        CopyState agreed = new CopyState(stage, Question.RECALL_AGREED);
        for (StatusCode code : codes) {
            assertThat(agreed.on(code)).isNotInstanceOf(Holds.class);
        }
    }

    private static void reach(CopyState state, Set<CopyState> reached) {
        if (reached.add(state)) {
            List<StatusStep> steps = new ArrayList<>();
            Arrays.stream(StatusCode.values()).map(state::on).forEach(steps::add);
            steps.add(state.onRecallOrder());
            for (StatusStep step : steps) {
                if (step instanceof Holds(CopyState next)) {
                    reach(next, reached);
                }
            }
        }
    }

    private static List<StatusCode> codes(String text) {
        return Arrays.stream(text.split(" "))
                .filter(code -> !code.isEmpty())
                .map(code -> StatusCode.ofCode(code).orElseThrow())
                .toList();
    }
}
