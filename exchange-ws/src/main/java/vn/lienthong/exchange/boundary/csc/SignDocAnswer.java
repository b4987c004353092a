package vn.lienthong.exchange.boundary.csc;

import com.fasterxml.jackson.core.Base64Variants;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.util.List;
import java.util.function.Predicate;
import vn.lienthong.exchange.application.remote.MadeSignature;
import vn.lienthong.exchange.application.remote.MadeSignatures;
import vn.lienthong.exchange.boundary.rest.json.Json;
import vn.lienthong.signer.algorithm.Bytes;
import vn.lienthong.signer.sign.augment.ValidationMaterial;

/** What signatures/signDoc answers; documents are encoded from their files. Source: CSC API v2, section 11.12. */
final class SignDocAnswer {
    private SignDocAnswer() {}

    static void write(MadeSignatures made, OutputStream out) throws IOException {
        try (JsonGenerator json = Json.shared().createGenerator(out)) {
            // An answer that breaks off is to be seen as such: nobody finishes it.
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_JSON_CONTENT);
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            json.writeStartObject();
            signatures(json, "DocumentWithSignature", made.signatures(), signature -> !isAlone(signature));
            signatures(json, "SignatureObject", made.signatures(), SignDocAnswer::isAlone);
            if (made.material().isPresent()) {
                validationInfo(json, made.material().get());
            }
            json.writeEndObject();
        }
    }

    private static void signatures(
            JsonGenerator json, String name, List<MadeSignature> made, Predicate<MadeSignature> belongs)
            throws IOException {
        List<MadeSignature> these = made.stream().filter(belongs).toList();
        if (these.isEmpty()) {
            return;
        }
        json.writeArrayFieldStart(name);
        for (MadeSignature signature : these) {
            switch (signature) {
                case MadeSignature.OfDigest digest ->
                    json.writeBinary(digest.cms().toArray());
                case MadeSignature.OfDocument document -> {
                    try (InputStream octets =
                            Files.newInputStream(document.signed().file())) {
                        json.writeBinary(Base64Variants.MIME_NO_LINEFEEDS, octets, -1);
                    }
                }
            }
        }
        json.writeEndArray();
    }

    private static boolean isAlone(MadeSignature signature) {
        return switch (signature) {
            case MadeSignature.OfDigest _ -> true;
            case MadeSignature.OfDocument document -> document.detached();
        };
    }

    private static void validationInfo(JsonGenerator json, ValidationMaterial material) throws IOException {
        json.writeObjectFieldStart("validationInfo");
        octets(json, "ocsp", material.ocspResponses());
        octets(json, "crl", material.crls());
        octets(json, "certificates", material.certificates());
        json.writeEndObject();
    }

    private static void octets(JsonGenerator json, String name, List<Bytes> all) throws IOException {
        json.writeArrayFieldStart(name);
        for (Bytes each : all) {
            json.writeBinary(each.toArray());
        }
        json.writeEndArray();
    }
}
