package vn.lienthong.exchange.boundary.csc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Documents go to files, all else is bounded, and nothing stays behind of what is refused. */
class SignDocBodyTest {
    @TempDir
    Path folder;

    @Test
    void putsEachDocumentIntoAFileOfItsOwn() throws IOException {
        try (SignDocBody body = read("{\"a\":{\"b\":[1]},\"documents\":[{\"document\":\"eA==\",\"x\":[2]},"
                + "{\"y\":true,\"document\":\"eXo=\"}],\"SAD\":\"s\"}")) {
            assertThat(body.body().text("SAD")).isEqualTo("s");
            assertThat(body.body().objects("documents")).hasSize(2);
            assertThat(Files.readString(body.file(0))).isEqualTo("x");
            assertThat(Files.readString(body.file(1))).isEqualTo("yz");
        }
        assertThat(left()).isEmpty();
    }

    @Test
    void refusesWhatIsNoJsonOrNoBase64AndLeavesNothing() throws IOException {
        for (String json :
                List.of("", "[]", "{", "{\"documents\":[", "{\"a\":1,\"a\":2}", "{}{}", "{\"documents\":[{]}")) {
            refused(json, "The request is not a JSON object");
        }
        for (String base64 : List.of("*eA==", "eA=", "eA", "e*A=", "eA==x", "=")) {
            refused(
                    "{\"documents\":[{\"document\":\"eA==\"},{\"document\":\"" + base64 + "\"}]}",
                    "Invalid Base64 document string parameter");
        }
        refused("{\"documents\":[{\"document\":1}]}", "Missing (or invalid type) string parameter document");
        refused("{\"documents\":[1]}", "Missing (or invalid type) array parameter documents");
        refused("{\"a\":[" + "\"x\",".repeat(400_000) + "1]}", "Request too large");
        refused("{\"documents\":[{\"document\":\"" + "AAAA".repeat(100_000) + "\"}]}", "Request too large");
    }

    private SignDocBody read(String json) throws IOException {
        return SignDocBody.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), folder, 100_000);
    }

    private void refused(String json, String text) throws IOException {
        assertThatThrownBy(() -> read(json))
                .as(json.substring(0, Math.min(60, json.length())))
                .isInstanceOfSatisfying(
                        CscRefusal.class,
                        refusal -> assertThat(refusal.error().description()).isEqualTo(text));
        assertThat(left()).isEmpty();
    }

    private List<Path> left() throws IOException {
        try (var files = Files.list(folder)) {
            return files.toList();
        }
    }
}
