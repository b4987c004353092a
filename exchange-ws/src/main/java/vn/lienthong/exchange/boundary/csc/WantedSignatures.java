package vn.lienthong.exchange.boundary.csc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import vn.lienthong.exchange.application.remote.SignatureWish;
import vn.lienthong.exchange.application.remote.WantedSignature;
import vn.lienthong.exchange.domain.remote.DocumentHash;
import vn.lienthong.signer.algorithm.DigestAlgorithm;
import vn.lienthong.signer.algorithm.SignatureScheme;
import vn.lienthong.signer.sign.NamedDocument;

/** What signatures/signDoc is asked to sign, in the order of the request. Source: CSC API v2, section 11.12. */
final class WantedSignatures {
    private static final String DIGESTS = "documentDigests";
    private static final String DOCUMENTS = "documents";

    private WantedSignatures() {}

    /**
     * What the request wants.
     *
     * @param withMaterial whether the answer will hold validation information
     * @throws CscRefusal in the words of the specification
     */
    static List<WantedSignature> of(SignDocBody request, boolean withMaterial) throws IOException {
        CscBody body = request.body();
        List<ObjectNode> digests = body.objects(DIGESTS);
        List<ObjectNode> documents = body.objects(DOCUMENTS);
        if (digests.isEmpty() == documents.isEmpty()) {
            throw CscRefusal.invalidRequest(
                    digests.isEmpty()
                            ? "Missing (or invalid type) array parameter documentDigests"
                            : "Invalid parameter documents");
        }
        List<WantedSignature> wanted = new ArrayList<>();
        for (ObjectNode digest : digests) {
            addDigests(CscBody.of(digest), withMaterial, wanted);
        }
        for (ObjectNode document : documents) {
            wanted.add(document(request, document, wanted.size() + 1));
        }
        if (wanted.size() > SignatureWish.MOST) {
            throw CscRefusal.invalidRequest("Numbers of signatures is too high");
        }
        return wanted;
    }

    private static void addDigests(CscBody digest, boolean withMaterial, List<WantedSignature> wanted) {
        WantedForm form = WantedForm.of(digest);
        // What a PDF says in words stands in its dictionary, and not in the signature of its digest.
        if (!digest.objects("signed_props").isEmpty()) {
            throw CscRefusal.invalidRequest("Invalid parameter signed_props");
        }
        SignatureScheme scheme = scheme(digest);
        List<DocumentHash> hashes = digest.hashes();
        HashText.checkLengths(scheme.digest(), hashes);
        for (DocumentHash hash : hashes) {
            wanted.add(new WantedSignature.OfDigest(
                    hash, scheme, form.levelOfDigest(withMaterial), form.contentOfDigest()));
        }
    }

    private static WantedSignature document(SignDocBody request, ObjectNode tree, int number) throws IOException {
        JsonNode file = tree.path("document");
        if (!file.isInt()) {
            throw CscRefusal.invalidRequest("Missing (or invalid type) string parameter document");
        }
        CscBody document = CscBody.of(tree);
        WantedForm form = WantedForm.of(document);
        SignatureScheme scheme = scheme(document);
        Path path = request.file(file.intValue());
        return new WantedSignature.OfDocument(
                hash(path, scheme.digest()),
                scheme,
                form.level(),
                new NamedDocument("document-" + number, path),
                form.formOfDocument(),
                form.certification(),
                form.details());
    }

    private static SignatureScheme scheme(CscBody body) {
        return SignAlgorithms.scheme(
                body.text("signAlgo"), body.optionalText("signAlgoParams"), body.optionalText("hashAlgorithmOID"));
    }

    private static DocumentHash hash(Path file, DigestAlgorithm algorithm) throws IOException {
        MessageDigest digest = algorithm.newMessageDigest();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(java.io.OutputStream.nullOutputStream());
        }
        return DocumentHash.of(digest.digest());
    }
}
