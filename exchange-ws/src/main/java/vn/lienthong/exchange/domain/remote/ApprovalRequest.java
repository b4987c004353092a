package vn.lienthong.exchange.domain.remote;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.domain.keypolicy.DocumentKind;

/**
 * Signatures that an application asks an official for, who answers on a device of the official's own.
 *
 * @param grant under which the application asked: when that is revoked, the request ends too
 * @param client of the application
 * @param account of the official
 * @param hashAlgorithm object identifier in dotted form
 * @param words what the signature of each hash is to say, in their order
 * @param labels what the application calls each hash, in their order; empty where it says nothing
 * @param kind of the documents, or null where none is named
 * @param signatures how many at most, those of hashes that are still to be named included
 * @param description what it is about, in the application's words; empty where it says nothing
 * @param expiresAt until when the official may answer
 */
public record ApprovalRequest(
        UUID id,
        UUID grant,
        String client,
        String account,
        String credentialId,
        String hashAlgorithm,
        List<DocumentHash> hashes,
        List<SignedWords> words,
        List<String> labels,
        @Nullable DocumentKind kind,
        int signatures,
        String description,
        Instant expiresAt) {
    public ApprovalRequest {
        hashes = List.copyOf(hashes);
        words = List.copyOf(words);
        labels = List.copyOf(labels);
        if (words.size() != hashes.size() || labels.size() != hashes.size()) {
            throw new IllegalArgumentException("words or labels of other hashes");
        }
    }
}
