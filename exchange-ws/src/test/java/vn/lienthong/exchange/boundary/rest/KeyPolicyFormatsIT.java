package vn.lienthong.exchange.boundary.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienthong.exchange.boundary.rest.RestClient.HASHES;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.lienthong.exchange.boundary.rest.FormsClient.Part;
import vn.lienthong.exchange.boundary.rest.RestClient.Answer;

/** A key whose policy leaves out one format signs in each other one, and in that one not at all. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class KeyPolicyFormatsIT {
    private static final String KEY = "hash-p256";
    private static final byte[] XML = "<congVan/>".getBytes(StandardCharsets.UTF_8);
    private static final Map<String, String> FORMATS = Map.of(
            "PADES", "PAdES", "XADES", "XAdES", "CADES", "CAdES", "JADES", "JAdES", "ASIC", "ASiC-E", "DIGESTS", "");

    private final RestClient http = new RestClient();

    @Test
    void refusesTheFormatThatItsPolicyForbidsAndNoOther() throws Exception {
        KeyPolicyClient policy = new KeyPolicyClient(http, KEY);
        for (String forbidden : FORMATS.keySet()) {
            policy.narrow("\"uses\":["
                    + FORMATS.keySet().stream()
                            .filter(use -> !use.equals(forbidden))
                            .map(use -> "\"" + use + "\"")
                            .collect(Collectors.joining(","))
                    + "]");
            long used = policy.usedInAll();
            List<String> signed = new ArrayList<>();
            try {
                for (String use : FORMATS.keySet()) {
                    Answer answer = sign(FORMATS.get(use));
                    if (use.equals(forbidden)) {
                        assertThat(answer.status()).as(use).isEqualTo(403);
                        assertThat(answer.code()).as(use).isEqualTo("key-use-not-allowed");
                        assertThat(answer.json().path("detail").asText()).contains("định dạng");
                    } else {
                        assertThat(answer.status()).as(use).isEqualTo(200);
                        signed.add(use);
                    }
                }
                assertThat(policy.usedInAll()).isEqualTo(used + signed.size());
            } finally {
                policy.open();
            }
        }
    }

    private Answer sign(String format) throws Exception {
        if (format.isEmpty()) {
            String digest = Base64.getEncoder().encodeToString(new byte[32]);
            return http.post(
                    HASHES,
                    "hashes/signatures",
                    "{\"key\":\"" + KEY + "\",\"scheme\":\"ECDSA_SHA256\",\"digests\":[\"" + digest + "\"]}");
        }
        byte[] document = format.equals("PAdES") ? RestSigningIT.pdf() : XML;
        String parameters = "{\"key\":\"" + KEY + "\",\"level\":\"baseline-B\",\"format\":\"" + format + "\"}";
        return FormsClient.post(
                http, HASHES, "signatures", List.of(Part.document("a", document), Part.parameters(parameters)));
    }
}
