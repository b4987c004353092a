package vn.lienthong.exchange.boundary.vxp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lienthong.exchange.boundary.vxp.FakeServlet.Request;
import vn.lienthong.exchange.boundary.vxp.FakeServlet.Response;

class VxpServletTest extends VxpServletHarness {
    @Test
    void listsWhatWaits() throws Exception {
        json(send(message()));

        JsonNode list = json(answer(signed(
                SmallLedger.RECEIVER,
                Request.post("getReceivedEdocList"),
                Map.of("servicetype", "eDoc", "messagetype", "edoc", "fromDate", "2026/11/01", "pageSize", "5000"))));

        JsonNode row = list.get("data").get(0);
        assertThat(row.get("from").asText()).isEqualTo("H03");
        assertThat(row.get("to").asText()).isEqualTo("H41");
        assertThat(row.get("messageType").asText()).isEqualTo("edoc");
        assertThat(row.get("status").asText()).isEqualTo("initial");
        assertThat(row.get("created_time").asText()).isEqualTo("2026/11/23 10:00:00");
        assertThat(list.get("data")).hasSize(1);
    }

    @Test
    void answersAnEmptyListAsAnArray() throws Exception {
        Response response = answer(
                signed(SmallLedger.RECEIVER, Request.post("getReceivedEdocList"), Map.of("messagetype", "status")));

        assertThat(response.text()).contains("\"data\":[]");
    }

    @Test
    void takesADoneMessageOffTheListForGoodAndLeavesAFailedOne() throws Exception {
        json(send(message()));
        String docId = waiting();

        assertThat(update(docId, "fail")).isEqualTo("OK");
        assertThat(waiting()).isEqualTo(docId);
        assertThat(update(docId, "done")).isEqualTo("OK");
        assertThat(update(docId, "done")).isEqualTo("OK");
        assertThat(json(answer(signed(SmallLedger.RECEIVER, Request.post("countReceiveEdoc"), Map.of())))
                        .get("count")
                        .asInt())
                .isZero();
        assertThat(update(docId, "initial")).isEqualTo("FAIL");
        assertThat(update(docId, "chưa rõ")).isEqualTo("FAIL");
    }

    private String update(String docId, String status) throws IOException {
        Map<String, String> headers = new SdkHeaders(SmallLedger.RECEIVER, SmallLedger.SECRET, NOW)
                .of(Map.of("docid", docId, "status", status));
        Request request = Request.post("updateStatus");
        headers.forEach((name, value) ->
                request.with(name, new String(value.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1)));
        return json(answer(request)).get("status").asText();
    }

    @Test
    void listsWhatBecameOfASentMessage() throws Exception {
        String docId = json(send(message())).get("DocId").asText();

        JsonNode list = json(answer(signed(
                SmallLedger.SENDER,
                Request.post("getSentEdocList"),
                Map.of("servicetype", "eDoc", "messagetype", "edoc", "docId", docId))));

        assertThat(list.get("data")).hasSize(2);
        JsonNode row = list.get("data").get(0);
        assertThat(row.get("senderDocId").asText()).isEqualTo(docId);
        assertThat(row.get("title").asText()).isEqualTo("V/v liên thông");
        assertThat(row.get("notation").asText()).isEqualTo("12/UBND-VP");
        assertThat(row.has("receivedTime")).isFalse();
    }

    @Test
    void listsAgenciesWithoutTheMembersThatHaveNoValue() throws Exception {
        JsonNode list = json(answer(signed(SmallLedger.SENDER, Request.post("getAgenciesList"), Map.of())));

        assertThat(list.get("data")).hasSize(3);
        assertThat(list.get("data").get(0).has("mail")).isFalse();
        assertThat(list.get("data").get(1).get("oldCode").asText()).isEqualTo("000.00.00.H03");
    }

    @Test
    void listsAgenciesByDecision20AndUnitsAsTheirClientsReadThem() throws Exception {
        Response decision20 =
                answer(signed(SmallLedger.SENDER, Request.post("getAgenciesListQD20"), Map.of("level", "1")));
        Response units = answer(signed(SmallLedger.SENDER, Request.post("getSynchronizeUnit"), Map.of()));

        json(decision20);
        assertThat(decision20.text())
                .startsWith("{\"status\":\"OK\",\"ErrorCode\":\"0\",\"ErrorDesc\":\"Thành công\",\"data\":[")
                .contains("{\"id\":\"G22\",\"code\":\"G22\",\"name\":\"Văn phòng Chính phủ\"},")
                .endsWith("{\"id\":\"H41\",\"code\":\"H41\",\"name\":\"UBND tỉnh Nghệ An\",\"mail\":\"nghean@gov.vn\","
                        + "\"code102\":\"000.00.00.H41\"}]}");
        json(units);
        assertThat(units.text())
                .contains("{\"id\":\"H03\",\"code\":\"H03\",\"name\":\"UBND tỉnh Bắc Kạn\",\"mail\":\"backan@gov.vn\","
                        + "\"pid\":\"G22\",\"version\":1,\"deleted\":false,\"modifyDate\":\"1970/01/01 07:00:00\","
                        + "\"isAgency\":false}");
    }

    @Test
    void refusesALevelAndADateThatAreNone() throws Exception {
        for (String level : List.of("0", "10", "a", "-1")) {
            json(answer(signed(SmallLedger.SENDER, Request.post("getAgenciesListQD20"), Map.of("level", level))), 400);
        }
        for (String date : List.of("2026-11-01", "2026/11/31", "2026/11/01 25:00:00")) {
            json(answer(signed(SmallLedger.SENDER, Request.post("getSynchronizeUnit"), Map.of("fromDate", date))), 400);
        }
    }

    private static void json(Response response, int status) throws IOException {
        assertThat(response.status()).isEqualTo(status);
        assertThat(json(response).get("status").asText()).isEqualTo("FAIL");
    }

    @Test
    void answersADownloadThatFailsWithAnEmptyBody() throws Exception {
        Response unknown = answer(signed(
                SmallLedger.RECEIVER,
                new Request("GET", "/XrdAdapter/adapter", "/downloadEdoc"),
                Map.of("docId", "01234567-89ab-7def-8123-456789abcdef")));
        Response stranger = answer(new Request("GET", "/XrdAdapter/adapter", "/downloadEdoc"));

        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.octets()).isEmpty();
        assertThat(stranger.status()).isEqualTo(401);
        assertThat(stranger.octets()).isEmpty();
    }

    @Test
    void givesNobodyTheMessageOfAnother() throws Exception {
        json(send(message()));
        String docId = waiting();

        Response response = answer(signed(SmallLedger.SENDER, Request.post("getEdoc"), Map.of("docId", docId)));

        assertThat(response.status()).isEqualTo(404);
        assertThat(json(response).get("status").asText()).isEqualTo("FAIL");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sendEdoc",
                "getReceivedEdocList",
                "getEdoc",
                "updateStatus",
                "getSentEdocList",
                "getAgenciesList",
                "countReceiveStatus"
            })
    void answersAStrangerInJsonWith401(String operation) throws Exception {
        Response response = answer(Request.post(operation));

        assertThat(response.status()).isEqualTo(401);
        assertThat(json(response).get("ErrorCode").asText()).isEqualTo("15");
    }

    @Test
    void saysThatItDoesNotKnowAnOperation() throws Exception {
        Response response = answer(Request.post("dropTables"));

        assertThat(response.status()).isEqualTo(404);
        assertThat(json(response).get("status").asText()).isEqualTo("FAIL");
    }

    @Test
    void refusesAnotherMethod() throws Exception {
        Response response = answer(new Request("GET", "/VXPAdapter/adapter", "/sendEdoc"));

        assertThat(response.status()).isEqualTo(405);
        assertThat(response.header("Allow")).isEqualTo("POST");
    }
}
