package vn.lienthong.exchange.application.signing;

import java.util.List;
import vn.lienthong.exchange.domain.content.Sha256Digest;
import vn.lienthong.signer.algorithm.Bytes;
import vn.lienthong.signer.algorithm.DigestAlgorithm;
import vn.lienthong.signer.sign.NamedDocument;

/**
 * A document that somebody handed in.
 *
 * @param document the file; it is read, never changed, unless it was handed over
 * @param digest of that file, for the audit log
 */
public record SourceDocument(NamedDocument document, Sha256Digest digest) {

    /** How long they are together. */
    public static long octets(List<SourceDocument> documents) {
        return documents.stream()
                .mapToLong(source -> source.document().file().toFile().length())
                .sum();
    }

    /** The same of a signed file and the documents that it is over. */
    static long octets(SourceDocument signed, List<SourceDocument> documents) {
        return octets(List.of(signed)) + octets(documents);
    }

    /** How the audit log names them: one by its digest, several by SHA-256 over their digests in their order. */
    public static String together(List<SourceDocument> documents) {
        if (documents.size() == 1) {
            return documents.get(0).digest().hex();
        }
        var sha256 = DigestAlgorithm.SHA256.newMessageDigest();
        documents.forEach(
                document -> sha256.update(Bytes.ofHex(document.digest().hex()).toArray()));
        return Bytes.of(sha256.digest()).hex();
    }
}
