package vn.lienthong.exchange.boundary.csc;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** CSC API, section 11.1, in each version. */
class InfoMethodTest {
    private static final String HERE = "https://ky.example.vn";
    private static final String RSA_PSS = "1.2.840.113549.1.1.10";

    @ParameterizedTest
    @EnumSource(CscVersion.class)
    void hasAllThatIsRequired(CscVersion version) {
        JsonNode info = info(version, Optional.empty());
        assertThat(info.path("specs").asText()).isEqualTo(version.text());
        for (String text : List.of("name", "region", "lang", "description")) {
            assertThat(info.path(text).asText()).as(text).isNotEmpty();
        }
        assertThat(info.path("logo").asText()).isEqualTo(HERE + "/logo.png");
        assertThat(info.path("oauth2").asText()).isEqualTo(HERE + "/csc/v2");
        assertThat(info.path("methods")).hasSize(1);
    }

    @Test
    void takesTheOperatorsPicture() {
        assertThat(info(CscVersion.V2_0_0_2, Optional.of(URI.create("https://example.vn/hinh.png")))
                        .path("logo")
                        .asText())
                .isEqualTo("https://example.vn/hinh.png");
    }

    @ParameterizedTest
    @EnumSource(CscVersion.class)
    void putsParametersAtTheirAlgorithms(CscVersion version) {
        JsonNode algorithms = info(version, Optional.empty()).path("signAlgorithms");
        JsonNode oids = algorithms.path("algos");
        JsonNode parameters = algorithms.path("algoParams");
        assertThat(parameters).hasSameSizeAs(oids);
        int pss = 0;
        for (int i = 0; i < oids.size(); i++) {
            if (oids.get(i).asText().equals(RSA_PSS)) {
                pss++;
                SignAlgorithms.scheme(RSA_PSS, Optional.of(parameters.get(i).asText()), Optional.empty());
            } else {
                assertThat(parameters.get(i).isNull()).isEqualTo(version == CscVersion.V2_2_0_0);
                assertThat(parameters.get(i).asText("")).isEmpty();
            }
        }
        assertThat(pss).isEqualTo(3);
        assertThat(oids)
                .extracting(JsonNode::asText)
                .contains("2.16.840.1.101.3.4.3.10", "2.16.840.1.101.3.4.3.14", "1.2.840.10045.4.3.2");
    }

    @Test
    void hasTheFieldsOfItsVersionAlone() {
        JsonNode info = info(CscVersion.V2_2_0_0, Optional.empty());
        assertThat(info.path("supportedHashTypes")).extracting(JsonNode::asText).containsExactly("dtbsr", "sodr");
        assertThat(info.path("supportsRar").asBoolean()).isTrue();
        JsonNode server = info.path("oauth2Servers").path(0);
        assertThat(server.path("baseUri").asText()).isEqualTo(HERE + "/csc/v2");
        assertThat(server.path("supportsRar").asBoolean()).isTrue();
        assertThat(server.path("authType")).extracting(JsonNode::asText).containsExactly("oauth2code", "oauth2client");
        assertThat(server.has("issuerIdentifier")).isFalse();
        assertThat(info.path("documentTypes")).isNotEmpty();
        assertThat(info.path("signature_formats").path("allowMix").isBoolean()).isTrue();

        JsonNode old = info(CscVersion.V2_0_0_2, Optional.empty());
        for (String name : List.of("supportedHashTypes", "supportsRar", "oauth2Servers", "documentTypes")) {
            assertThat(old.has(name)).as(name).isFalse();
        }
        assertThat(old.path("signature_formats").has("allowMix")).isFalse();
    }

    private static JsonNode info(CscVersion version, Optional<URI> logo) {
        CscSettings settings = new CscSettings(version, "Ký số", logo, Path.of("."), 1);
        return new InfoMethod(settings, List.of("signatures/signHash")).info(HERE);
    }
}
