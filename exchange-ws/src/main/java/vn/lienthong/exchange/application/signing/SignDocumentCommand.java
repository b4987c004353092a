package vn.lienthong.exchange.application.signing;

import java.nio.file.Path;
import java.util.Optional;
import vn.lienthong.exchange.domain.content.Sha256Digest;
import vn.lienthong.exchange.domain.keypolicy.DocumentKind;
import vn.lienthong.signer.seal.VisibleSignature;
import vn.lienthong.signer.sign.SignatureDetails;
import vn.lienthong.signer.sign.SignatureLevel;
import vn.lienthong.signer.token.KeyAlias;

/**
 * One document that somebody wants signed.
 *
 * @param document the file; it is read, never changed
 * @param documentDigest of that file, for the audit log
 * @param kind what the caller says that it is; a key's policy may ask for it
 */
public record SignDocumentCommand(
        Path document,
        Sha256Digest documentDigest,
        KeyAlias key,
        Optional<DocumentKind> kind,
        SignatureLevel level,
        SignatureDetails details,
        Optional<VisibleSignature> appearance) {}
