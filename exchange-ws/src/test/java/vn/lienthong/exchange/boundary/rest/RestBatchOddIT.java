package vn.lienthong.exchange.boundary.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienthong.exchange.boundary.rest.RestClient.HASHES;
import static vn.lienthong.exchange.boundary.rest.RestClient.OFFICIAL;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.exchange.boundary.rest.FormsClient.Part;
import vn.lienthong.exchange.boundary.rest.RestClient.Answer;
import vn.lienthong.exchange.it.Commands;
import vn.lienthong.signer.seal.sample.SampleSignature;

/** Batches whose quota ends midway, with an image, and whose signed files stay in the server's care. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class RestBatchOddIT {
    private static final Duration SOON = Duration.ofMinutes(1);
    private static final String KEY = "hash-p256";
    private static final int PDFS = 5;

    @TempDir
    private Path folder;

    private final RestClient http = new RestClient();

    @Test
    void refusesTheRestWhenTheQuotaOfItsKeyEnds() throws Exception {
        BatchClient client = new BatchClient(http, HASHES);
        KeyPolicyClient policy = new KeyPolicyClient(http, KEY);
        long used = policy.usedInAll();
        policy.narrow(
                "\"uses\":[\"DIGESTS\",\"PADES\",\"XADES\",\"CADES\",\"JADES\",\"ASIC\"],\"inAll\":" + (used + 7));
        try {
            String id = client.accepted(KEY, 20, i -> "Văn bản số " + i);
            JsonNode finished = client.finished(id, SOON);
            assertThat(finished.path("signed").asInt()).isEqualTo(7);
            assertThat(finished.path("refused").asInt()).isEqualTo(13);
            JsonNode refused = client.get(id, "items?state=refused").json().path("items");
            assertThat(refused.findValuesAsText("code")).hasSize(13).containsOnly("key-quota-used-up");
            assertThat(refused.get(0).path("detail").asText()).isNotBlank();
            assertThat(policy.usedInAll()).isEqualTo(used + 7);
            Answer more = client.submit(BatchClient.CHEAP.formatted(KEY), 1, i -> "x", "");
            assertThat(more.code()).isEqualTo("key-quota-used-up");
        } finally {
            policy.open();
        }
    }

    @Test
    void drawsTheImageOnEachDocument() throws Exception {
        String id = accepted(
                "{\"key\":\"official-nguyen-van-an\",\"level\":\"baseline-B\",\"appearance\":" + APPEARANCE + "}",
                SampleSignature.png().toArray());
        for (int i = 1; i <= PDFS; i++) {
            Path signed = Files.write(
                    folder.resolve(i + ".pdf"),
                    new BatchClient(http, OFFICIAL)
                            .get(id, "items/" + i + "/signed")
                            .body());
            assertThat(Commands.succeed(folder, List.of("pdfsig", "-nocert", signed.toString())))
                    .contains("Signature is Valid");
            try (PDDocument document = Loader.loadPDF(signed.toFile())) {
                var stream =
                        document.getSignatureFields().get(0).getWidgets().get(0).getNormalAppearanceStream();
                assertThat(stream.getResources().getXObjectNames()).isNotEmpty();
                assertThat(stream.getBBox().getWidth()).isPositive();
            }
        }
    }

    @Test
    void refusesTheImageBeforeAnyDocumentOfTheBatch() throws Exception {
        Answer refused = submit(
                "{\"key\":\"official-nguyen-van-an\",\"appearance\":" + APPEARANCE + "}", HundredMegapixels.png());
        assertThat(refused.code()).isEqualTo("appearance-invalid");
    }

    @Test
    void keepsEachSignedFileInItsCare() throws Exception {
        String id =
                accepted("{\"key\":\"official-nguyen-van-an\",\"level\":\"baseline-LT\",\"keep\":true}", new byte[0]);
        JsonNode items = new BatchClient(http, OFFICIAL).get(id, "items").json().path("items");
        List<String> kept = StreamSupport.stream(
                        http.get(OFFICIAL, "kept-signatures?limit=" + PDFS)
                                .json()
                                .path("items")
                                .spliterator(),
                        false)
                .map(one -> one.path("sha256").asText())
                .toList();
        assertThat(kept).containsExactlyInAnyOrderElementsOf(items.findValuesAsText("signedSha256"));
        assertThat(kept).hasSize(PDFS).doesNotHaveDuplicates();
    }

    private static final String APPEARANCE =
            "{\"kind\":\"official-signature\",\"placement\":{\"rule\":\"at\",\"page\":1,\"left\":100,\"top\":100,"
                    + "\"width\":50,\"height\":25}}";

    private String accepted(String parameters, byte[] image) throws Exception {
        Answer answer = submit(parameters, image);
        assertThat(answer.status()).as(answer.json().toString()).isEqualTo(202);
        String id = answer.json().path("id").asText();
        JsonNode finished = new BatchClient(http, OFFICIAL).finished(id, SOON);
        assertThat(finished.path("signed").asInt()).as(finished.toString()).isEqualTo(PDFS);
        return id;
    }

    private Answer submit(String parameters, byte[] image) throws Exception {
        List<Part> parts = new ArrayList<>(List.of(Part.parameters(parameters)));
        if (image.length > 0) {
            parts.add(new Part("image", "a.png", image));
        }
        for (int i = 0; i < PDFS; i++) {
            parts.add(Part.document(i + ".pdf", RestSigningIT.pdf()));
        }
        return FormsClient.post(http, OFFICIAL, "signature-batches", parts);
    }
}
