package vn.lienthong.exchange.application.signing;

import java.util.List;
import java.util.Optional;
import vn.lienthong.exchange.domain.keypolicy.DocumentKind;
import vn.lienthong.exchange.domain.keypolicy.SignatureUse;
import vn.lienthong.signer.token.KeyAlias;

/**
 * A signature that somebody wants to sign.
 *
 * @param documents that the signature is over, where the file does not hold them
 * @param signatureId as a validation report names it; the file's only one if empty
 * @param use what the key's policy knows the file's format as
 */
public record CounterSignCommand(
        SourceDocument signed,
        List<SourceDocument> documents,
        Optional<String> signatureId,
        KeyAlias key,
        Optional<DocumentKind> kind,
        SignatureUse use) {
    public CounterSignCommand {
        documents = List.copyOf(documents);
    }
}
