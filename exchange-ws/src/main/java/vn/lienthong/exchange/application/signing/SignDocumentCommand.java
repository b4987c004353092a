package vn.lienthong.exchange.application.signing;

import java.util.List;
import java.util.Optional;
import vn.lienthong.exchange.domain.keypolicy.DocumentKind;
import vn.lienthong.exchange.domain.keypolicy.SignatureUse;
import vn.lienthong.signer.algorithm.DigestAlgorithm;
import vn.lienthong.signer.seal.VisibleSignature;
import vn.lienthong.signer.sign.Certification;
import vn.lienthong.signer.sign.SignatureDetails;
import vn.lienthong.signer.sign.SignatureForm;
import vn.lienthong.signer.sign.SignatureLevel;
import vn.lienthong.signer.token.KeyAlias;

/**
 * Documents that somebody wants under one signature.
 *
 * @param kind what the caller says that they are; a key's policy may ask for it
 * @param certification what the PDF allows from now on, if this signature certifies it
 * @param digest the hash algorithm; the key's usual one if empty
 * @param kept whether the signed file stays in the server's care: then it is made at a lower level if the one asked for
 *     cannot be had now, and raised later
 */
public record SignDocumentCommand(
        List<SourceDocument> documents,
        KeyAlias key,
        Optional<DocumentKind> kind,
        SignatureForm form,
        SignatureLevel level,
        Optional<DigestAlgorithm> digest,
        SignatureDetails details,
        Optional<VisibleSignature> appearance,
        Optional<Certification> certification,
        boolean kept) {
    public SignDocumentCommand {
        documents = List.copyOf(documents);
    }

    /** The same for a document that is only handed out. */
    public SignDocumentCommand(
            List<SourceDocument> documents,
            KeyAlias key,
            Optional<DocumentKind> kind,
            SignatureForm form,
            SignatureLevel level,
            Optional<DigestAlgorithm> digest,
            SignatureDetails details,
            Optional<VisibleSignature> appearance,
            Optional<Certification> certification) {
        this(documents, key, kind, form, level, digest, details, appearance, certification, false);
    }

    /** What the key's policy knows this form as. */
    public SignatureUse use() {
        return switch (form) {
            case PADES -> SignatureUse.PADES;
            case XADES_ENVELOPED, XADES_ENVELOPING, XADES_DETACHED -> SignatureUse.XADES;
            case CADES_ATTACHED, CADES_DETACHED -> SignatureUse.CADES;
            case JADES_COMPACT, JADES_FLATTENED, JADES_DETACHED -> SignatureUse.JADES;
            case ASIC_S_XADES, ASIC_S_CADES, ASIC_E_XADES, ASIC_E_CADES -> SignatureUse.ASIC;
        };
    }
}
