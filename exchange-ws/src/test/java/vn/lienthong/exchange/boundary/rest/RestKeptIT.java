package vn.lienthong.exchange.boundary.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienthong.exchange.boundary.rest.RestClient.BAC_KAN;
import static vn.lienthong.exchange.boundary.rest.RestClient.OFFICIAL;
import static vn.lienthong.exchange.boundary.rest.RestClient.OPERATOR;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.lienthong.exchange.boundary.rest.RestClient.Answer;

/** Signed files in the server's care, at the running server's door. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class RestKeptIT {
    private static final String KEPT = "kept-signatures";

    @Test
    void keepsWhatItIsAskedToAndShowsItToItsOwnerAlone() throws Exception {
        try (RestClient client = new RestClient()) {
            Answer signed = client.sign(
                    OFFICIAL, pdf(), "{\"key\":\"official-nguyen-van-an\",\"level\":\"baseline-LTA\",\"keep\":true}");
            assertThat(signed.status()).isEqualTo(200);
            assertThat(signed.header("Signature-Level")).isEqualTo("baseline-LTA");
            assertThat(signed.header("Signature-State")).isEqualTo("complete");
            String id = signed.header("Signature-Record");

            JsonNode record = client.get(OFFICIAL, KEPT + "/" + id).json();
            assertThat(record.path("stateText").asText()).isEqualTo("đã hoàn thiện");
            assertThat(record.path("level").asText()).isEqualTo("baseline-LTA");
            assertThat(record.path("next").asText())
                    .isLessThan(record.path("horizon").asText());
            assertThat(client.get(OFFICIAL, KEPT + "/" + id + "/versions")
                            .json()
                            .path("items"))
                    .hasSize(1);
            Answer content = client.get(OFFICIAL, KEPT + "/" + id + "/content");
            assertThat(content.body()).isEqualTo(signed.body());
            assertThat(content.header("Content-Digest")).isEqualTo(signed.header("Content-Digest"));
            assertThat(client.get(OFFICIAL, KEPT + "?state=complete").json().toString())
                    .contains(id);
            assertThat(client.get(OFFICIAL, KEPT + "?state=awaiting").json().toString())
                    .doesNotContain(id);

            assertThat(client.get(BAC_KAN, KEPT).json().toString()).doesNotContain(id);
            for (String what : new String[] {"", "/versions", "/content"}) {
                assertThat(client.get(BAC_KAN, KEPT + "/" + id + what).code()).isEqualTo("not-found");
            }
            assertThat(client.send(RestClient.as(BAC_KAN, KEPT + "/" + id).DELETE())
                            .code())
                    .isEqualTo("not-found");
            assertThat(client.send(RestClient.as(OFFICIAL, KEPT + "/" + id).DELETE())
                            .status())
                    .isEqualTo(204);
            assertThat(client.get(OFFICIAL, KEPT + "/" + id + "/content").code())
                    .isEqualTo("not-found");
        }
    }

    @Test
    void showsWhatIsSetAsideToOperatorsAlone() throws Exception {
        try (RestClient client = new RestClient()) {
            assertThat(client.get(OPERATOR, "set-aside-signatures").json().path("items"))
                    .isEmpty();
            assertThat(client.get(OFFICIAL, "set-aside-signatures").code()).isEqualTo("not-permitted");
            Answer signed = client.sign(OFFICIAL, pdf(), "{\"key\":\"official-nguyen-van-an\",\"keep\":true}");
            String retry = "set-aside-signatures/" + signed.header("Signature-Record") + "/retry";
            assertThat(client.post(OPERATOR, retry, "").code()).isEqualTo("not-found");
            assertThat(client.post(OFFICIAL, retry, "").code()).isEqualTo("not-permitted");
        }
    }

    @Test
    void keepsNothingThatItIsNotAskedTo() throws Exception {
        try (RestClient client = new RestClient()) {
            Answer signed = client.sign(OFFICIAL, pdf(), "{\"key\":\"official-nguyen-van-an\"}");
            assertThat(signed.status()).isEqualTo(200);
            assertThat(signed.header("Signature-Record")).isEmpty();
        }
    }

    private static byte[] pdf() throws IOException {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage());
            document.save(octets);
        }
        return octets.toByteArray();
    }
}
