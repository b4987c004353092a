package vn.lienthong.exchange.application.remote;

import java.util.Optional;
import vn.lienthong.exchange.domain.remote.DocumentHash;
import vn.lienthong.exchange.domain.remote.SignedWords;
import vn.lienthong.signer.algorithm.SignatureScheme;
import vn.lienthong.signer.sign.Certification;
import vn.lienthong.signer.sign.NamedDocument;
import vn.lienthong.signer.sign.SignatureDetails;
import vn.lienthong.signer.sign.SignatureForm;
import vn.lienthong.signer.sign.SignatureLevel;
import vn.lienthong.signer.sign.ades.DigestSigner;

/** One signature over one document whose hash the official authorised. */
public sealed interface WantedSignature {
    /** By the algorithm of the scheme; what the official was shown. */
    DocumentHash hash();

    SignatureScheme scheme();

    SignatureLevel level();

    /** As the audit log names the form. */
    String form();

    /** What this server is to write into the signature beside what is signed. */
    default SignedWords words() {
        return SignedWords.NONE;
    }

    /**
     * Over a document that is here.
     *
     * @param document the file, whose hash that is; it is read, never changed
     * @param certification what the PDF allows from now on, if this signature certifies it
     * @param details what the signature says of itself in words
     */
    record OfDocument(
            DocumentHash hash,
            SignatureScheme scheme,
            SignatureLevel level,
            NamedDocument document,
            SignatureForm signatureForm,
            Optional<Certification> certification,
            SignatureDetails details)
            implements WantedSignature {
        @Override
        public String form() {
            return signatureForm.name();
        }

        @Override
        public SignedWords words() {
            return new SignedWords(details.signerName(), details.reason(), details.location(), details.contactInfo());
        }
    }

    /** Over a document that the application kept. */
    record OfDigest(DocumentHash hash, SignatureScheme scheme, SignatureLevel level, DigestSigner.Content content)
            implements WantedSignature {
        @Override
        public String form() {
            return content == DigestSigner.Content.PDF_BYTE_RANGE ? "PADES_DIGEST" : "CADES_DIGEST";
        }
    }
}
