package vn.lienthong.exchange.boundary.vxp;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VxpTimeTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T03:00:00Z"), ZoneOffset.UTC);

    @Test
    void readsMillisecondsBehindThePlusAndVietnamsTimeBeforeIt() {
        assertThat(VxpTime.timestamp("20012019T154103+0412")).contains(Instant.parse("2019-01-20T08:41:03.412Z"));
        assertThat(VxpTime.timestamp("20012019T154103+0700")).contains(Instant.parse("2019-01-20T08:41:03.700Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "20012019T154103",
                "20012019T154103+412",
                "20012019T154103+04120",
                "20012019 154103+0412",
                "31022019T154103+0412",
                "20012019T254103+0412",
                "20012019T154103-0412",
                "２0012019T154103+0412"
            })
    void refusesWhatIsNoTimestamp(String text) {
        assertThat(VxpTime.timestamp(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-23T03:00:00Z, true",
        "2026-11-22T03:00:00Z, true",
        "2026-11-22T02:59:59.999Z, false",
        "2026-11-23T03:05:00Z, true",
        "2026-11-23T03:05:00.001Z, false"
    })
    void takesADayOfAgeAndFiveMinutesAhead(Instant timestamp, boolean within) {
        assertThat(VxpTime.isWithin(VxpSettings.DEFAULT, true, timestamp, CLOCK))
                .isEqualTo(within);
    }

    @Test
    void writesVietnamsTimeInAnswers() {
        assertThat(VxpTime.inAnswers(Instant.parse("2026-11-22T20:01:02.9Z"))).isEqualTo("2026/11/23 03:01:02");
    }

    @Test
    void beginsADayAtMidnightInVietnam() {
        assertThat(VxpTime.startOfDay("2026/11/23", 0)).contains(Instant.parse("2026-11-22T17:00:00Z"));
        assertThat(VxpTime.startOfDay("2026/11/30", 1)).contains(Instant.parse("2026-11-30T17:00:00Z"));
        assertThat(VxpTime.startOfDay("23/11/2026", 0)).isEmpty();
    }
}
