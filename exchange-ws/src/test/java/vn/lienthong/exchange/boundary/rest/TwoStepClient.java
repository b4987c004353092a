package vn.lienthong.exchange.boundary.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import vn.lienthong.exchange.boundary.rest.FormsClient.Part;
import vn.lienthong.exchange.boundary.rest.RestClient.Answer;
import vn.lienthong.exchange.it.UsbToken;

/** An official's program that signs with a token of the official's own, in two steps. */
record TwoStepClient(RestClient rest, UsbToken token, String account) {

    /** What the first step of that key's owner asks, with {@code signature} as JSON. */
    Answer prepare(String key, String signature, Part... documents) throws Exception {
        return prepareWith(
                "{\"certificates\":" + token.certificates(key) + ",\"signature\":" + signature + "}", documents);
    }

    Answer prepareWith(String parameters, Part... documents) throws Exception {
        return FormsClient.post(rest, account, "signatures/prepare", with(parameters, documents));
    }

    /** What the token makes of the answer. */
    byte[] signed(String key, JsonNode prepared) throws Exception {
        return prepared.has("digestInfo")
                ? token.signRsa(key, octets(prepared, "digestInfo"))
                : token.signEcdsa(key, octets(prepared, "digest"));
    }

    Answer complete(String continuation, byte[] signature, Part... documents) throws Exception {
        String parameters = "{\"continuation\":\"" + continuation + "\",\"signature\":\""
                + Base64.getEncoder().encodeToString(signature) + "\"}";
        return FormsClient.post(rest, account, "signatures/complete", with(parameters, documents));
    }

    private static byte[] octets(JsonNode prepared, String name) {
        return Base64.getDecoder().decode(prepared.get(name).asText());
    }

    private static List<Part> with(String parameters, Part... documents) {
        List<Part> parts = new ArrayList<>(List.of(documents));
        parts.add(Part.parameters(parameters));
        return parts;
    }
}
