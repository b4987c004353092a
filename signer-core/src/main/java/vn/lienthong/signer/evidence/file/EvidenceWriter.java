package vn.lienthong.signer.evidence.file;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import vn.lienthong.signer.algorithm.Bytes;
import vn.lienthong.signer.evidence.SealedHead;

/** Writes evidence files. Equal evidence gives equal octets, and no other octets are that evidence. */
public final class EvidenceWriter {
    private EvidenceWriter() {}

    /**
     * The stream holds the file; it is left open.
     *
     * @throws vn.lienthong.signer.evidence.MalformedEvidenceException if an entry is no UTF-8
     */
    public static void write(EvidenceFile file, OutputStream out) throws IOException {
        StoredZip.write(parts(file), out);
    }

    static byte[] octets(EvidenceFile file) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        write(file, out);
        return out.toByteArray();
    }

    /** The media type stands first, so that the file's type can be told from its first octets, as OCF and ASiC do it. */
    private static Map<String, Bytes> parts(EvidenceFile file) throws IOException {
        Map<String, Bytes> parts = new LinkedHashMap<>();
        parts.put("mimetype", Bytes.of(EvidenceFile.MEDIA_TYPE.getBytes(StandardCharsets.US_ASCII)));
        parts.put("README.txt", Readme.OCTETS);
        parts.put("evidence.json", Bytes.of(EvidenceJson.write(file)));
        for (Map.Entry<Long, SealedHead> head : file.heads().entrySet()) {
            String name = "heads/" + head.getKey();
            parts.put(name + ".json", head.getValue().head());
            parts.put(name + ".p7s", head.getValue().seal());
            parts.put(name + ".tst", head.getValue().timestamp());
        }
        for (int i = 0; i < file.certificates().size(); i++) {
            parts.put(
                    "certificates/" + (i + 1) + ".cer",
                    X509Octets.of(file.certificates().get(i)));
        }
        for (int i = 0; i < file.crls().size(); i++) {
            parts.put("crl/" + (i + 1) + ".crl", X509Octets.of(file.crls().get(i)));
        }
        return parts;
    }
}
