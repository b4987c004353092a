package vn.lienthong.exchange.boundary.csc;

import com.fasterxml.jackson.core.Base64Variants;
import com.fasterxml.jackson.core.JsonGenerator;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.application.oauth.Holder;
import vn.lienthong.exchange.application.remote.DocumentSigningRequest;
import vn.lienthong.exchange.application.remote.MadeSignature;
import vn.lienthong.exchange.application.remote.SignAuthorizedDocuments;
import vn.lienthong.exchange.boundary.rest.json.Json;
import vn.lienthong.exchange.domain.account.OpaqueToken;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.FailureException;

/**
 * signatures/signDoc. Documents come and go through files, a piece at a time, in Base64 both ways.
 *
 * <p>Source: CSC API v2, section 11.12.
 */
final class SignDocMethod {
    private final SignAuthorizedDocuments signing;
    private final Path temporaryFolder;
    private final long mostOctets;

    /** @param mostOctets of all documents of one request together */
    SignDocMethod(SignAuthorizedDocuments signing, Path temporaryFolder, long mostOctets) {
        this.signing = signing;
        this.temporaryFolder = temporaryFolder;
        this.mostOctets = mostOctets / 3 * 4 + 4;
    }

    /**
     * The answer was sent, or nothing of it was.
     *
     * @param holder of the access token that was shown, or null if none was
     * @param bearer the token that was shown; where it is no access token, it is the SAD itself
     */
    void answer(@Nullable Holder holder, OpaqueToken bearer, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (holder == null) {
            // Documents are not received from somebody of whom nothing is known.
            signing.requireLive(bearer);
        }
        List<MadeSignature> made;
        try (SignDocBody read = SignDocBody.read(request.getInputStream(), temporaryFolder, mostOctets)) {
            made = sign(holder, bearer, read);
        }
        try {
            send(response, made);
        } finally {
            made.forEach(MadeSignature::close);
        }
    }

    private List<MadeSignature> sign(@Nullable Holder holder, OpaqueToken bearer, SignDocBody read) throws IOException {
        CscBody body = read.body();
        String credentialId = body.text("credentialID");
        OpaqueToken sad = holder == null ? bearer : new OpaqueToken(body.text("SAD"));
        if (!body.optionalText("operationMode").orElse("S").equals("S")) {
            throw CscRefusal.invalidRequest("Invalid parameter operationMode");
        }
        if (body.flag("returnValidationInfo", false)) {
            throw CscRefusal.invalidRequest("Invalid parameter returnValidationInfo");
        }
        String client = holder == null ? null : holder.client().id();
        try {
            return signing.sign(new DocumentSigningRequest(client, credentialId, sad, WantedSignatures.of(read)));
        } catch (FailureException e) {
            if (e.failure().code() == FailureCode.HASH_NOT_AUTHORIZED) {
                throw new CscRefusal(new CscError(403, "invalid_hash", "Hash is not authorized by the SAD"));
            }
            throw e;
        }
    }

    private static void send(HttpServletResponse response, List<MadeSignature> made) throws IOException {
        CscAnswers.noStore(response);
        response.setStatus(HttpServletResponse.SC_OK);
        response.setContentType("application/json;charset=UTF-8");
        try (JsonGenerator json = Json.shared().createGenerator(response.getOutputStream())) {
            // An answer that breaks off is to be seen as such: nobody finishes it.
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_JSON_CONTENT);
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            json.writeStartObject();
            array(json, "DocumentWithSignature", made, signature -> !isAlone(signature));
            array(json, "SignatureObject", made, SignDocMethod::isAlone);
            json.writeEndObject();
        }
    }

    private static void array(
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
}
