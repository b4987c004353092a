package vn.lienthong.signer.sign;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import vn.lienthong.signer.seal.VisibleSignature;
import vn.lienthong.signer.token.CertifiedKey;

/**
 * One signature of any form over one or several documents.
 *
 * @param documents what is signed, in this order
 * @param signed where the signed file goes; must not exist yet, and does not exist after any outcome but Signed
 * @param key the key and the chain that is put into the signature
 * @param details of which formats other than PAdES take the location alone
 * @param appearance for PAdES alone
 * @param certification what the PDF allows from now on, if this signature certifies it; for PAdES alone
 */
public record AdesRequest(
        List<NamedDocument> documents,
        Path signed,
        CertifiedKey key,
        SignatureForm form,
        SignatureLevel level,
        SignatureDetails details,
        Optional<VisibleSignature> appearance,
        Optional<Certification> certification) {
    public AdesRequest {
        documents = List.copyOf(documents);
    }

    /** The same over the same documents in other files, or handed over in another way. */
    public AdesRequest over(List<NamedDocument> copies) {
        return new AdesRequest(copies, signed, key, form, level, details, appearance, certification);
    }

    /** The same at another level and to another file. */
    public AdesRequest at(SignatureLevel newLevel, Path newSigned) {
        return new AdesRequest(documents, newSigned, key, form, newLevel, details, appearance, certification);
    }
}
