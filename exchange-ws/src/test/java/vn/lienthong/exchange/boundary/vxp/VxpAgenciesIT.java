package vn.lienthong.exchange.boundary.vxp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The operations on agencies, from a client of the field, against the running server, under each of the paths. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class VxpAgenciesIT {
    private static final String HOST = "http://127.0.0.1:" + RunningServer.port();

    @Test
    void registersListsAndDeletesUnderEachPath() throws Exception {
        int number = 70;
        for (String path : List.of("/XrdAdapter/adapter", "/VXPAdapter/adapter", "/LGSP/adapter", "")) {
            String code = "000.00." + number++ + ".H03";
            try (VxpClient province = RunningServer.client(URI.create(HOST + path), RunningServer.BAC_KAN);
                    VxpClient stranger = RunningServer.client(URI.create(HOST + path), RunningServer.CAO_BANG)) {
                String body = """
                        {"id":"","pcode":"000.00.00.H03","code":"%s","name":"Sở Thử nghiệm","mail":"so@backan.example",\
                        "mobile":"0900000000","fax":""}""".formatted(code);
                assertThat(stranger.registerAgency(body).errorCode()).isEqualTo("241");
                VxpClient.Answer registered = province.registerAgency(body);
                assertThat(registered.json().toString())
                        .isEqualTo("{\"status\":\"OK\",\"ErrorCode\":\"0\",\"ErrorDesc\":\"Thành công\"}");
                assertThat(province.registerAgency(body).ok()).as("twice").isTrue();

                assertThat(row(stranger.json("getAgenciesList", Map.of()), code).toString())
                        .isEqualTo(
                                "{\"id\":\"%1$s\",\"code\":\"%1$s\",\"name\":\"Sở Thử nghiệm\",\"mail\":\"so@backan.example\","
                                                .formatted(code)
                                        + "\"pid\":\"000.00.00.H03\",\"oldCode\":\"%s\"}".formatted(code));
                JsonNode unit = row(stranger.json("getSynchronizeUnit", Map.of()), code);
                assertThat(unit.get("deleted").asBoolean()).isFalse();
                assertThat(unit.get("isAgency").asBoolean()).isTrue();
                assertThat(unit.get("centerCode").asText()).isEqualTo(RunningServer.BAC_KAN);

                assertThat(stranger.json("deleteAgency", Map.of("AgencyCode", code))
                                .errorCode())
                        .isEqualTo("241");
                assertThat(province.json("deleteAgency", Map.of("AgencyCode", code))
                                .ok())
                        .isTrue();
                assertThat(province.json("deleteAgency", Map.of("agencycode", code))
                                .ok())
                        .as("twice, spelled otherwise")
                        .isTrue();
                JsonNode deleted = row(
                        stranger.json(
                                "getSynchronizeUnit",
                                Map.of("fromDate", unit.get("modifyDate").asText())),
                        code);
                assertThat(deleted.get("deleted").asBoolean()).isTrue();
                assertThat(deleted.get("version").asInt())
                        .isGreaterThan(unit.get("version").asInt());
            }
        }
    }

    @Test
    void listsByTheCodesOfDecision20() throws Exception {
        try (VxpClient client = RunningServer.client(RunningServer.CAO_BANG)) {
            JsonNode province = row(client.json("getAgenciesListQD20", Map.of("level", "1")), SampleEdoc.BAC_KAN);
            assertThat(province.get("code").asText()).isEqualTo("H03");
            assertThat(client.json("getAgenciesListQD20", Map.of("level", "9"))
                            .json()
                            .get("data"))
                    .isEmpty();
        }
    }

    private static JsonNode row(VxpClient.Answer answer, String id) {
        assertThat(answer.ok()).as(answer.json().toString()).isTrue();
        return StreamSupport.stream(answer.json().get("data").spliterator(), false)
                .filter(row -> row.get("id").asText().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError(id + " is not in the list"));
    }
}
