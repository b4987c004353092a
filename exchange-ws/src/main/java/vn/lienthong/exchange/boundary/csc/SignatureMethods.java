package vn.lienthong.exchange.boundary.csc;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.application.oauth.Holder;
import vn.lienthong.exchange.application.oauth.StoredResponses;
import vn.lienthong.exchange.application.remote.SignAuthorizedHashes;
import vn.lienthong.exchange.application.remote.SigningRequest;
import vn.lienthong.exchange.application.signing.IssueTimestamp;
import vn.lienthong.exchange.boundary.rest.json.Json;
import vn.lienthong.exchange.domain.account.OpaqueToken;
import vn.lienthong.exchange.domain.remote.DocumentHash;
import vn.lienthong.signer.algorithm.Bytes;
import vn.lienthong.signer.algorithm.Digest;
import vn.lienthong.signer.algorithm.DigestAlgorithm;
import vn.lienthong.signer.algorithm.SignatureScheme;
import vn.lienthong.signer.timestamp.TimestampToken;

/** signatures/signHash, signPolling and timestamp. Source: CSC API v2, sections 11.11 to 11.14. */
final class SignatureMethods {
    /** As long as any client's; RFC 3161 sets no limit. */
    private static final Pattern NONCE = Pattern.compile("[0-9A-Fa-f]{1,64}");

    private final SignAuthorizedHashes signing;
    private final IssueTimestamp timestamps;
    private final StoredResponses responses;

    SignatureMethods(SignAuthorizedHashes signing, IssueTimestamp timestamps, StoredResponses responses) {
        this.signing = signing;
        this.responses = responses;
        this.timestamps = timestamps;
    }

    /**
     * @param holder of the access token that was shown, or null if none was
     * @param bearer the token that was shown; where it is no access token, it is the SAD itself
     */
    ObjectNode signHash(@Nullable Holder holder, OpaqueToken bearer, CscBody body) {
        String credentialId = body.text("credentialID");
        OpaqueToken sad = holder == null ? bearer : new OpaqueToken(body.text("SAD"));
        List<DocumentHash> hashes = body.hashes();
        SignatureScheme scheme = SignAlgorithms.scheme(
                body.text("signAlgo"), body.optionalText("signAlgoParams"), body.optionalText("hashAlgorithmOID"));
        Optional<Later> later = Later.of(body, holder);
        HashText.checkLengths(scheme.digest(), hashes);
        String client = holder == null ? null : holder.client().id();
        List<Bytes> signatures = signing.sign(new SigningRequest(client, credentialId, sad, scheme, hashes));
        ObjectNode answer = Json.shared().createObjectNode();
        ArrayNode array = answer.putArray("signatures");
        signatures.forEach(signature -> array.add(base64(signature)));
        return later.map(wanted -> wanted.keep(responses, answer.toString())).orElse(answer);
    }

    /** What was answered in operation mode A, as often as it is asked for while it is kept. */
    ObjectNode signPolling(CscCall call) {
        String id = call.body()
                .optionalText("requestID")
                .orElseGet(() -> call.body().text("responseID"));
        String answer = responses
                .find(call.holder(), id)
                .orElseThrow(() -> CscRefusal.invalidRequest("Invalid parameter responseID"));
        return Later.parsed(answer);
    }

    ObjectNode timestamp(CscCall call) {
        String hash = call.body().text("hash");
        DigestAlgorithm algorithm = DigestAlgorithm.ofOid(call.body().text("hashAlgo"))
                .orElseThrow(() -> CscRefusal.invalidRequest("Invalid parameter hashAlgo"));
        DocumentHash imprint = HashText.hash(hash);
        HashText.checkLengths(algorithm, List.of(imprint));
        Optional<BigInteger> nonce = call.body().optionalText("nonce").map(SignatureMethods::nonce);
        TimestampToken token =
                timestamps.issue(new Digest(algorithm, Bytes.of(imprint.octets())), Optional.empty(), nonce, true);
        ObjectNode answer = Json.shared().createObjectNode();
        answer.put("timestamp", base64(token.der()));
        return answer;
    }

    private static BigInteger nonce(String hex) {
        if (!NONCE.matcher(hex).matches()) {
            throw CscRefusal.invalidRequest("Invalid parameter nonce");
        }
        return new BigInteger(hex, 16);
    }

    private static String base64(Bytes octets) {
        return Base64.getEncoder().encodeToString(octets.toArray());
    }
}
