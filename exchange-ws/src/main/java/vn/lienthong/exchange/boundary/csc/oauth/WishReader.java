package vn.lienthong.exchange.boundary.csc.oauth;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import vn.lienthong.exchange.application.remote.SignatureWish;
import vn.lienthong.exchange.boundary.csc.CscRefusal;
import vn.lienthong.exchange.boundary.csc.HashText;
import vn.lienthong.exchange.boundary.csc.KindText;
import vn.lienthong.exchange.boundary.csc.SignedProperties;
import vn.lienthong.exchange.boundary.rest.json.Json;
import vn.lienthong.exchange.domain.remote.DocumentHash;
import vn.lienthong.exchange.domain.remote.SignedWords;
import vn.lienthong.signer.algorithm.DigestAlgorithm;

/**
 * The hashes that an application wants to be authorised: as parameters of their own, or as authorisation details.
 *
 * <p>Source: CSC API v2, section 8.2.2; RFC 9396 §2.
 */
final class WishReader {
    private static final int LONGEST_LABEL = 200;

    private WishReader() {}

    /** What was read: nothing where no hashes are asked for. */
    record Read(Optional<SignatureWish> wish, List<String> labels) {
        static final Read NOTHING = new Read(Optional.empty(), List.of());

        Read {
            labels = List.copyOf(labels);
        }
    }

    /** @throws CscRefusal {@code invalid_request} */
    static Read read(FormParameters parameters) {
        Optional<String> details = parameters.find("authorization_details");
        if (details.isPresent()) {
            return readDetails(details.get(), parameters.find("numSignatures"));
        }
        String credentialId = credential(parameters.find("credentialID").orElse(""));
        List<DocumentHash> hashes = new ArrayList<>();
        for (String hash : parameters.required("hashes").split(",", SignatureWish.MOST + 1)) {
            hashes.add(HashText.hash(hash));
        }
        DigestAlgorithm algorithm = algorithm(parameters.required("hashAlgorithmOID"));
        return new Read(
                Optional.of(wish(
                        credentialId,
                        algorithm,
                        hashes,
                        Collections.nCopies(hashes.size(), SignedWords.NONE),
                        parameters.find("documentKind"),
                        parameters.find("numSignatures"))),
                List.of());
    }

    private static Read readDetails(String json, Optional<String> numSignatures) {
        JsonNode array;
        try {
            array = Json.shared().readTree(json);
        } catch (JacksonException notJson) {
            throw invalidDetails();
        }
        if (!array.isArray()
                || array.size() != 1
                || !array.get(0).path("type").asText().equals("credential")) {
            throw invalidDetails();
        }
        JsonNode detail = array.get(0);
        String credentialId = credential(detail.path("credentialID").asText());
        DigestAlgorithm algorithm = algorithm(detail.path("hashAlgorithmOID").asText());
        List<DocumentHash> hashes = new ArrayList<>();
        List<String> labels = new ArrayList<>();
        List<SignedWords> words = new ArrayList<>();
        for (JsonNode document : detail.path("documentDigests")) {
            hashes.add(HashText.hash(document.path("hash").asText()));
            String label = document.path("label").asText();
            words.add(document instanceof ObjectNode object ? SignedProperties.agreed(object) : SignedWords.NONE);
            labels.add(label.length() <= LONGEST_LABEL ? label : label.substring(0, LONGEST_LABEL));
        }
        Optional<String> kind =
                Optional.of(detail.path("documentKind").asText()).filter(text -> !text.isEmpty());
        return new Read(Optional.of(wish(credentialId, algorithm, hashes, words, kind, numSignatures)), labels);
    }

    private static SignatureWish wish(
            String credentialId,
            DigestAlgorithm algorithm,
            List<DocumentHash> hashes,
            List<SignedWords> words,
            Optional<String> kind,
            Optional<String> numSignatures) {
        HashText.checkLengths(algorithm, hashes);
        int signatures = numSignatures.map(WishReader::count).orElse(hashes.size());
        return new SignatureWish(credentialId, algorithm, hashes, words, kind.map(KindText::kind), signatures);
    }

    private static int count(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException notANumber) {
            throw CscRefusal.invalidRequest("Invalid value for parameter numSignatures");
        }
    }

    /** A qualifier in place of an id is not served: which key signs is the official's to see. */
    private static String credential(String credentialId) {
        if (credentialId.isEmpty()) {
            throw CscRefusal.invalidRequest("Missing (or invalid type) string parameter credentialID");
        }
        return credentialId;
    }

    private static DigestAlgorithm algorithm(String oid) {
        return DigestAlgorithm.ofOid(oid)
                .orElseThrow(() -> CscRefusal.invalidRequest("Invalid parameter hashAlgorithmOID"));
    }

    private static CscRefusal invalidDetails() {
        return CscRefusal.invalidRequest("Invalid parameter authorization_details");
    }
}
