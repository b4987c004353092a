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
import vn.lienthong.exchange.application.remote.SpooledMaterial;
import vn.lienthong.exchange.boundary.rest.json.Json;

/** What signatures/signDoc answers; all of it is encoded from files, a piece at a time. Source: CSC API v2, section 11.12. */
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
            try (InputStream octets = Files.newInputStream(signature.file())) {
                json.writeBinary(Base64Variants.MIME_NO_LINEFEEDS, octets, -1);
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

    private static void validationInfo(JsonGenerator json, SpooledMaterial material) throws IOException {
        json.writeObjectFieldStart("validationInfo");
        octets(json, "ocsp", material, SpooledMaterial.Kind.OCSP_RESPONSE);
        octets(json, "crl", material, SpooledMaterial.Kind.CRL);
        octets(json, "certificates", material, SpooledMaterial.Kind.CERTIFICATE);
        json.writeEndObject();
    }

    private static void octets(JsonGenerator json, String name, SpooledMaterial material, SpooledMaterial.Kind kind)
            throws IOException {
        json.writeArrayFieldStart(name);
        material.each(kind, (octets, length) -> json.writeBinary(Base64Variants.MIME_NO_LINEFEEDS, octets, length));
        json.writeEndArray();
    }
}
