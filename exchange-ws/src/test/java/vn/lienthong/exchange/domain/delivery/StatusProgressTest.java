package vn.lienthong.exchange.domain.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.lienthong.exchange.domain.dispatch.BusinessType;
import vn.lienthong.exchange.domain.edxml.StatusCode;

class StatusProgressTest {

    /** What the document does, its history, and every code that may follow. Source: QCVN 102:2016, StatusCode. */
    @ParameterizedTest
    @CsvSource({
        "NEW,'','01 13'",
        "NEW,'01','02 03 13'",
        "NEW,'01 02',''",
        "NEW,'01 03','04 05 06 13'",
        "NEW,'01 03 04','05 13'",
        "NEW,'01 03 05','06 13'",
        "NEW,'01 03 04 05','06 13'",
        "NEW,'01 03 06',''",
        "NEW,'01 03 05 06',''",
        "NEW,'13','01 15 16'",
        "NEW,'01 13','02 03 15 16'",
        "NEW,'01 03 13 15',''",
        "NEW,'01 03 13 16','04 05 06 13'",
        "NEW,'01 13 16 03','04 05 06 13'",
        "RECALL,'','01 15 16'",
        "RECALL,'01','02 03 15 16'",
        "RECALL,'01 15',''",
        "RECALL,'01 16','02 03 13'",
        "UPDATE,'','01 15 16'",
        "UPDATE,'01 15','02 03 13'",
        "UPDATE,'01 03 16','04 05 06 13'",
        "REPLACE,'01 15 03','04 05 06 13'",
    })
    void allowsExactly(BusinessType type, String history, String next) {
        StatusProgress progress = StatusProgress.after(type, codes(history));
        Set<String> allowed = Arrays.stream(StatusCode.values())
                .filter(progress::allows)
                .map(StatusCode::code)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(String.join(" ", allowed)).isEqualTo(next);
    }

    @Property
    void neverGoesBackAndEndsWithConsent(@ForAll BusinessType type, @ForAll @Size(max = 40) List<StatusCode> reported) {
        List<StatusCode> history = new ArrayList<>();
        for (StatusCode status : reported) {
            if (StatusProgress.after(type, history).allows(status)) {
                history.add(status);
            }
        }
        List<StatusCode> stages = history.stream()
                .filter(status -> status.compareTo(StatusCode.FINISHED) <= 0)
                .toList();
        assertThat(stages).isSorted().doesNotHaveDuplicates();
        if (StatusProgress.after(type, history).ended()) {
            assertThat(history).last().isEqualTo(StatusCode.CHANGE_ACCEPTED);
        }
        assertThat(history.stream().filter(StatusCode.RECALLED::equals).count())
                .isLessThanOrEqualTo(history.stream()
                                .filter(status -> status.compareTo(StatusCode.RECALLED) > 0)
                                .count()
                        + 1);
    }

    @Property
    void aStatusThatWasReportedIsKnown(@ForAll @Size(min = 1, max = 20) List<StatusCode> history) {
        StatusCode newest = history.get(history.size() - 1);
        assertThat(StatusProgress.after(BusinessType.NEW, history).has(newest)).isTrue();
    }

    private static List<StatusCode> codes(String text) {
        return Arrays.stream(text.split(" "))
                .filter(code -> !code.isEmpty())
                .map(code -> StatusCode.ofCode(code).orElseThrow())
                .toList();
    }
}
