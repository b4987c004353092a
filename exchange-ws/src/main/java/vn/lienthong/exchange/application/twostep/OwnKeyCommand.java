package vn.lienthong.exchange.application.twostep;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import vn.lienthong.exchange.application.signing.SignDocumentCommand;
import vn.lienthong.signer.algorithm.SignatureScheme;

/**
 * Documents that somebody wants to sign with a key of its own.
 *
 * @param document what and how; its key's alias says nothing
 * @param certificates the owner's first, then those of issuers in any order; the anchor may be left out
 * @param scheme how the owner's token signs; by its kind of key with SHA-256 if empty
 */
public record OwnKeyCommand(
        SignDocumentCommand document, List<X509Certificate> certificates, Optional<SignatureScheme> scheme) {
    public OwnKeyCommand {
        certificates = List.copyOf(certificates);
        if (certificates.isEmpty()) {
            throw new IllegalArgumentException("without a certificate nobody could verify the signature");
        }
    }
}
