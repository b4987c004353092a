package vn.lienthong.signer.evidence.file;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import vn.lienthong.signer.algorithm.Bytes;

/** The parts of an evidence file, to be changed and put together again in the right form. */
public final class EvidenceParts {
    private EvidenceParts() {}

    public static Map<String, byte[]> of(byte[] zip) throws IOException {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        StoredZip.parts(zip).forEach((name, part) -> parts.put(name, part.toArray()));
        return parts;
    }

    public static byte[] zip(Map<String, byte[]> parts) throws IOException {
        Map<String, Bytes> all = new LinkedHashMap<>();
        parts.forEach((name, part) -> all.put(name, Bytes.of(part)));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        StoredZip.write(all, out);
        return out.toByteArray();
    }
}
