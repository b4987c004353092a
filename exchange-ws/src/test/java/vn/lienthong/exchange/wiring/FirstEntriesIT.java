package vn.lienthong.exchange.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.exchange.application.directory.Directory;
import vn.lienthong.exchange.domain.agency.Agency;
import vn.lienthong.exchange.domain.agency.AgencyRecord;
import vn.lienthong.exchange.domain.agency.ChangeBy;
import vn.lienthong.exchange.domain.agency.OrganId;
import vn.lienthong.exchange.domain.agency.SystemId;
import vn.lienthong.exchange.infrastructure.seed.DirectorySeed;
import vn.lienthong.exchange.it.TestExchange;

/** A start changes of the directory what the operator's file says, and nothing else; and it does not fail at it. */
class FirstEntriesIT {
    private static final SystemId SYSTEM = new SystemId("qlvb.bac-kan");

    private TestExchange exchange;
    private Directory directory;

    @BeforeEach
    void setUp(@TempDir Path folder) {
        exchange = TestExchange.in(folder, 2);
        directory = new Directory(exchange.unitOfWork);
    }

    @Test
    void whatTheFileLeavesOutStaysAndTheSecondStartChangesNothing() {
        start(agency("Z10", "Cấp trên", null, null), agency("Z10.01", "Sở", null, null));
        exchange.register.agency("it", agency("Z10.01", "Sở khác", "Z10", SYSTEM));

        start(agency("Z10", "Cấp trên", null, null), agency("Z10.01", "Sở", null, null));
        assertThat(record("Z10.01")).satisfies(found -> {
            assertThat(found.agency().name()).isEqualTo("Sở");
            assertThat(found.agency().parent()).isEqualTo(new OrganId("Z10"));
            assertThat(found.agency().system()).isEqualTo(SYSTEM);
            assertThat(found.agency().mail()).isEqualTo("so@z10.example");
        });
        int version = record("Z10.01").version();
        start(agency("Z10", "Cấp trên", null, null), agency("Z10.01", "Sở", null, null));
        assertThat(record("Z10.01").version()).isEqualTo(version);
    }

    @Test
    void whatWasClosedStaysClosed() {
        start(agency("Z20", "Cũ", null, null), agency("Z21", "Mới", null, null));
        exchange.unitOfWork.inTransaction(ledger -> ledger.agencies()
                .close(new OrganId("Z20"), new OrganId("Z21"), new ChangeBy("it", exchange.clock.instant())));
        start(agency("Z20", "Cũ", null, null), agency("Z21", "Mới", null, null));
        assertThat(record("Z20").closed()).isTrue();
        assertThat(record("Z20").successor()).isEqualTo(new OrganId("Z21"));
    }

    @Test
    void anAgencyThatDoesNotFitAnyMoreKeepsNobodyElseOut() {
        start(
                agency("Z30.01", "Không có cấp trên", "Z39", null),
                agency("000.00.00.H03", "Mã của cơ quan khác", null, null),
                agency("Z31", "Còn lại", null, null));
        assertThat(directory.find(new OrganId("Z30.01"))).isEmpty();
        assertThat(record("000.00.00.H03").agency().id()).isEqualTo(TestExchange.PROVINCE);
        assertThat(record("Z31").agency().name()).isEqualTo("Còn lại");
    }

    private void start(Agency... agencies) {
        FirstKeysIT.start(
                exchange, new DirectorySeed(List.of(), List.of(agencies), List.of(), List.of(), List.of(), List.of()));
    }

    private AgencyRecord record(String code) {
        return directory.find(new OrganId(code)).orElseThrow();
    }

    /** Mail is given with the system alone, so that the file leaves it out. */
    private static Agency agency(String id, String name, @Nullable String parent, @Nullable SystemId system) {
        return new Agency(
                new OrganId(id),
                name,
                system == null ? null : "so@z10.example",
                parent == null ? null : new OrganId(parent),
                null,
                List.of(),
                system);
    }
}
