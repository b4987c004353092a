package vn.lienthong.signer.sign.dss;

import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.enumerations.MimeType;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.DigestDocument;
import eu.europa.esig.dss.model.FileDocument;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.lienthong.signer.DssFile;
import vn.lienthong.signer.algorithm.Digest;
import vn.lienthong.signer.sign.NamedDocument;

/** Files as DSS reads and writes them. */
public final class DssDocuments {
    private static final int BUFFER = 1 << 16;

    private DssDocuments() {}

    /** The file under the name by which signatures refer to it. */
    public static DSSDocument of(NamedDocument document) {
        FileDocument file = new DssFile(document.file());
        file.setName(document.name());
        file.setMimeType(MimeType.fromFileName(document.name()));
        return file;
    }

    /** What a signature is over and does not hold: documents, or the one whose digest is all that is known. */
    public static List<DSSDocument> detached(List<NamedDocument> documents, Optional<Digest> digest) {
        return Stream.concat(
                        documents.stream().map(DssDocuments::of),
                        digest.stream().map(known -> (DSSDocument) new DigestDocument(
                                DigestAlgorithm.forOID(known.algorithm().oid()),
                                known.value().toArray())))
                .toList();
    }

    /**
     * The file, which must not exist yet, holds what DSS made. Bouncy Castle writes each element by itself, and a revocation
     * list has hundreds of thousands.
     */
    public static void save(DSSDocument made, Path file) throws IOException {
        try (OutputStream out = new BufferedOutputStream(
                Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), BUFFER)) {
            made.writeTo(out);
        }
    }
}
