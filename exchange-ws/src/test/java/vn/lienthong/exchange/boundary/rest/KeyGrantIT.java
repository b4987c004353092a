package vn.lienthong.exchange.boundary.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienthong.exchange.boundary.rest.RestClient.BAC_KAN;
import static vn.lienthong.exchange.boundary.rest.RestClient.HASHES;
import static vn.lienthong.exchange.boundary.rest.RestClient.MINISTRY;
import static vn.lienthong.exchange.boundary.rest.RestClient.OFFICIAL;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.lienthong.exchange.boundary.rest.RestClient.Answer;
import vn.lienthong.exchange.it.AuditBodies;

/** A key is used by those whom it was granted to, and whoever else asks for it stands in the audit log. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class KeyGrantIT {
    private static final String DIGEST = Base64.getEncoder().encodeToString(new byte[32]);

    @Test
    void showsEachCallerItsOwnKeysAlone() throws Exception {
        try (RestClient client = new RestClient()) {
            assertThat(keys(client, OFFICIAL)).containsExactly("official-nguyen-van-an");
            assertThat(keys(client, BAC_KAN)).containsExactly("official-nguyen-van-an", "seal-ubnd-bac-kan");
            assertThat(keys(client, HASHES)).containsExactly("hash-p256", "hash-rsa2048", "hash-rsa3072");
        }
    }

    @Test
    void refusesAKeyThatWasNotGrantedAndWritesItDown() throws Exception {
        refuses(OFFICIAL, "seal-ubnd-bac-kan", "key-not-yours", 403);
        refuses(BAC_KAN, "hash-p256", "key-not-yours", 403);
        refuses(HASHES, "official-nguyen-van-an", "key-not-yours", 403);
        refuses(OFFICIAL, "khong-co", "key-unknown", 404);
    }

    @Test
    void grantsTheServersOwnKeysToNobody() throws Exception {
        for (String account : new String[] {OFFICIAL, BAC_KAN, HASHES}) {
            refuses(account, "log-seal", "key-unknown", 404);
            refuses(account, "tsa-1", "key-unknown", 404);
        }
    }

    @Test
    void letsNobodySignWhoMayNot() throws Exception {
        try (RestClient client = new RestClient()) {
            Answer answer = client.sign(MINISTRY, pdf(), "{\"key\":\"official-nguyen-van-an\"}");
            assertThat(answer.code()).isEqualTo("not-permitted");
            assertThat(answer.status()).isEqualTo(403);
        }
    }

    private static void refuses(String account, String key, String code, int status) throws Exception {
        List<String> expected = List.of(account, key, code);
        try (RestClient client = new RestClient()) {
            long signed = AuditBodies.count("document-signed") + AuditBodies.count("hashes-signed");
            int before = refusals(expected);
            Answer document = client.sign(account, pdf(), "{\"key\":\"" + key + "\"}");
            assertThat(document.code()).isEqualTo(code);
            assertThat(document.status()).isEqualTo(status);
            Answer hashes = client.post(
                    account,
                    "hashes/signatures",
                    "{\"key\":\"" + key + "\",\"scheme\":\"ECDSA_SHA256\",\"digests\":[\"" + DIGEST + "\"]}");
            assertThat(hashes.code()).isEqualTo(code);
            assertThat(hashes.status()).isEqualTo(status);

            assertThat(refusals(expected)).as("refusals of %s", expected).isEqualTo(before + 2);
            assertThat(AuditBodies.count("document-signed") + AuditBodies.count("hashes-signed"))
                    .isEqualTo(signed);
        }
    }

    /** How often the log says that this actor was refused this key for this reason. */
    private static int refusals(List<String> actorKeyReason) throws Exception {
        int count = 0;
        for (String body : AuditBodies.of("signing-refused")) {
            JsonNode entry = new JsonMapper().readTree(body);
            List<String> said = new ArrayList<>();
            said.add(entry.at("/actor/system").asText());
            said.add(entry.at("/details/key").asText());
            said.add(entry.at("/details/reason").asText());
            count += said.equals(actorKeyReason) ? 1 : 0;
        }
        return count;
    }

    private static Set<String> keys(RestClient client, String account) throws Exception {
        Set<String> aliases = new TreeSet<>();
        client.get(account, "keys")
                .json()
                .get("items")
                .forEach(key -> aliases.add(key.get("alias").asText()));
        return aliases;
    }

    private static byte[] pdf() throws Exception {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage());
            document.save(octets);
        }
        return octets.toByteArray();
    }
}
