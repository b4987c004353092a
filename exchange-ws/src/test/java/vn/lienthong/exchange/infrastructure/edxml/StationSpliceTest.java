package vn.lienthong.exchange.infrastructure.edxml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import vn.lienthong.exchange.domain.agency.OrganId;
import vn.lienthong.exchange.domain.edxml.TraceHeader;

class StationSpliceTest {
    private static final TraceHeader STATION =
            new TraceHeader(new OrganId("000.00.00.X01"), Instant.parse("2026-11-30T01:02:03Z"));
    private static final String WRITTEN =
            "TraceHeader><@OrganId>000.00.00.X01</@OrganId><@Timestamp>2026/11/30 08:02:03</@Timestamp></@TraceHeader>";

    @Test
    void standsBehindTheStationsBeforeAndNothingElseChanges() throws IOException {
        String before = "<?xml version=\"1.0\"?>\r\n<e:edXML xmlns:e=\"u\"><e:TraceHeaderList><e:Bussiness/>";
        String after = "\n </e:TraceHeaderList ><x a='&gt;'>\u1ec7</x></e:edXML>\r\n";
        assertThat(spliced(before + after, StandardCharsets.UTF_8))
                .isEqualTo(before + "\n <e:" + WRITTEN.replace("@", "e:") + after.substring(2));
    }

    @Test
    void hasThePrefixOfTheList() throws IOException {
        assertThat(spliced("<edXML><TraceHeaderList></TraceHeaderList></edXML>", StandardCharsets.UTF_8))
                .isEqualTo("<edXML><TraceHeaderList><" + WRITTEN.replace("@", "") + "</TraceHeaderList></edXML>");
    }

    @Test
    void isNotDeceivedByWhatIsNoMarkup() throws IOException {
        for (String hiding : new String[] {
            "<!-- </TraceHeaderList> -->",
            "<a><![CDATA[</TraceHeaderList>]]></a>",
            "<?p </TraceHeaderList> ?>",
            "<a b='</TraceHeaderList>' c=\"</TraceHeaderList>\"/>"
        }) {
            String before = "<edXML>" + hiding + "<TraceHeaderList>";
            String after = "</TraceHeaderList></edXML>";
            assertThat(spliced(before + after, StandardCharsets.UTF_8))
                    .isEqualTo(before + "<" + WRITTEN.replace("@", "") + after);
        }
    }

    @Test
    void leavesAlone() throws IOException {
        for (String message : new String[] {
            "<edXML><Status/></edXML>",
            "<edXML><TraceHeaderList/></edXML>",
            "<edXML><TraceHeaderList></TraceHeaderList><ds:Signature></ds:Signature></edXML>",
            "<edXML><!-- not closed",
            "<edXML><TraceHeaderList",
            ""
        }) {
            assertThat(spliced(message, StandardCharsets.UTF_8)).isEqualTo(message);
        }
        String wide = "<edXML><TraceHeaderList></TraceHeaderList></edXML>";
        assertThat(spliced(wide, StandardCharsets.UTF_16BE)).isEqualTo(wide);
    }

    private static String spliced(String message, Charset charset) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new StationSplice().append(new ByteArrayInputStream(message.getBytes(charset)), STATION, out);
        return out.toString(charset);
    }
}
