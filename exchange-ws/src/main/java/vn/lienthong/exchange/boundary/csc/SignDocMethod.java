package vn.lienthong.exchange.boundary.csc;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.application.oauth.Holder;
import vn.lienthong.exchange.application.oauth.StoredResponses;
import vn.lienthong.exchange.application.remote.DocumentSigningRequest;
import vn.lienthong.exchange.application.remote.MadeSignatures;
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
    /** Of an answer that is kept, in octets before they are encoded: it lies in the database, and in memory on its way. */
    private static final long MOST_KEPT = 4L << 20;

    private final SignAuthorizedDocuments signing;
    private final StoredResponses responses;
    private final Path temporaryFolder;
    private final long mostOctets;

    /** @param mostOctets of all documents of one request together */
    SignDocMethod(SignAuthorizedDocuments signing, StoredResponses responses, Path temporaryFolder, long mostOctets) {
        this.signing = signing;
        this.responses = responses;
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
        Optional<Later> later;
        MadeSignatures made;
        try (SignDocBody read = SignDocBody.read(request.getInputStream(), temporaryFolder, mostOctets)) {
            later = later(holder, read);
            made = sign(holder, bearer, read, later.isPresent() ? MOST_KEPT : Long.MAX_VALUE);
        }
        try (made) {
            if (later.isPresent()) {
                ByteArrayOutputStream kept = new ByteArrayOutputStream();
                SignDocAnswer.write(made, kept);
                byte[] instead = Json.shared()
                        .writeValueAsBytes(later.get().keep(responses, kept.toString(StandardCharsets.UTF_8)));
                begin(response);
                response.getOutputStream().write(instead);
            } else {
                begin(response);
                SignDocAnswer.write(made, response.getOutputStream());
            }
        }
    }

    /** Answers that are kept lie in the database, and so do not grow with large documents. */
    private static Optional<Later> later(@Nullable Holder holder, SignDocBody read) throws IOException {
        Optional<Later> later = Later.of(read.body(), holder);
        if (later.isPresent() && read.documentOctets() > Json.LARGEST_BODY) {
            throw CscRefusal.invalidRequest("Request too large");
        }
        return later;
    }

    private MadeSignatures sign(@Nullable Holder holder, OpaqueToken bearer, SignDocBody read, long most)
            throws IOException {
        CscBody body = read.body();
        String credentialId = body.text("credentialID");
        OpaqueToken sad = holder == null ? bearer : new OpaqueToken(body.text("SAD"));
        boolean withMaterial = body.flag("returnValidationInfo", false);
        String client = holder == null ? null : holder.client().id();
        try {
            return signing.sign(new DocumentSigningRequest(
                    client, credentialId, sad, WantedSignatures.of(read, withMaterial), withMaterial, most));
        } catch (FailureException e) {
            if (e.failure().code() == FailureCode.HASH_NOT_AUTHORIZED) {
                throw new CscRefusal(new CscError(403, "invalid_hash", "Hash is not authorized by the SAD"));
            }
            throw e;
        }
    }

    private static void begin(HttpServletResponse response) {
        CscAnswers.noStore(response);
        response.setStatus(HttpServletResponse.SC_OK);
        response.setContentType("application/json;charset=UTF-8");
    }
}
