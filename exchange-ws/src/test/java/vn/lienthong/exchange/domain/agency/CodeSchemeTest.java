package vn.lienthong.exchange.domain.agency;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CodeSchemeTest {
    @Test
    void decision20Article4TheHighestGroupStandsFirst() {
        assertThat(above("H53.11.02")).containsExactly("H53.11", "H53", "000.00.00.H53");
        assertThat(above("H37.DN.001")).containsExactly("H37.DN", "H37", "000.00.00.H37");
        assertThat(above("H53")).isEmpty();
    }

    @Test
    void qcvn102TheHighestGroupStandsLastAndZerosAreNoGroups() {
        assertThat(above("000.28.31.H53")).containsExactly("000.00.31.H53", "000.00.00.H53", "H53");
        assertThat(above("001.00.10.H47")).containsExactly("000.00.10.H47", "000.00.00.H47", "H47");
        assertThat(above("000.00.00.H53")).isEmpty();
    }

    @Test
    void aCodeOfNeitherSchemeTellsNothing() {
        for (String code : List.of("00.53.W00", "000.A53.000", "vxp", "h53.11", "H53.", ".", "H53..11", "0100109106")) {
            assertThat(above(code)).as(code).isEmpty();
            assertThat(CodeScheme.isDecision20(new OrganId(code))).as(code).isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource({"H03.40.01,000.01.40.H03", "H03.40,000.00.40.H03", "H03,000.00.00.H03", "H47.10.02.001,001.02.10.H47"})
    void theSameGroupsInTheOtherScheme(String decision20, String qcvn102) {
        assertThat(CodeScheme.counterpart(new OrganId(decision20))).contains(new OrganId(qcvn102));
        assertThat(CodeScheme.counterpart(new OrganId(qcvn102))).contains(new OrganId(decision20));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "H37.DN",
                "H03.4",
                "H03.40.001",
                "H03.40.01.001.01",
                "vxp",
                "h03.40",
                "000.A53.000",
                "H03.404040404040404040404040404040"
            })
    void whatTheOtherSchemeCannotSpellHasNoCounterpart(String code) {
        assertThat(CodeScheme.counterpart(new OrganId(code))).isEmpty();
    }

    @Test
    void theCodeOfDecision20IsChosenByItsFormNeverComputed() {
        assertThat(agency("000.00.11.H53", "H53.11").code20()).contains(new OrganId("H53.11"));
        assertThat(agency("H53.11", "000.00.11.H53").code20()).contains(new OrganId("H53.11"));
        assertThat(agency("000.00.11.H53").code20()).isEmpty();
    }

    private static Agency agency(String id, String... aliases) {
        return new Agency(
                new OrganId(id),
                "Sở Nội vụ",
                null,
                null,
                null,
                List.of(aliases).stream().map(OrganId::new).toList(),
                null);
    }

    private static List<String> above(String code) {
        return CodeScheme.above(new OrganId(code)).stream().map(OrganId::value).toList();
    }
}
