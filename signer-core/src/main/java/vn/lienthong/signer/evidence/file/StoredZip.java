package vn.lienthong.signer.evidence.file;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import vn.lienthong.signer.algorithm.Bytes;
import vn.lienthong.signer.evidence.MalformedEvidenceException;
import vn.lienthong.signer.evidence.MalformedEvidenceException.Reason;

/**
 * A ZIP in the one form that evidence files have: nothing is compressed, so that a file is no larger unpacked than packed
 * and does not depend on a compressor; every field that carries nothing has one value.
 *
 * <p>Source: PKWARE APPNOTE 6.3 §4.3.7, §4.3.12, §4.3.16.
 */
final class StoredZip {
    private static final long MAX_FILE = 64L << 20;
    private static final int MAX_PARTS = 4096;
    private static final int LOCAL = 0x04034b50;
    private static final int CENTRAL = 0x02014b50;
    private static final int END = 0x06054b50;
    private static final int LOCAL_LENGTH = 30;
    private static final short VERSION = 10;
    /** 1 January 1980, the first day that the format knows: times are proven by timestamps only. */
    private static final short DATE = 0x21;

    private StoredZip() {}

    /** The parts, in their order, stand in the stream, which is left open. */
    static void write(Map<String, Bytes> parts, OutputStream out) throws IOException {
        ByteArrayOutputStream directory = new ByteArrayOutputStream();
        int offset = 0;
        for (Map.Entry<String, Bytes> part : parts.entrySet()) {
            byte[] name = part.getKey().getBytes(StandardCharsets.US_ASCII);
            byte[] content = part.getValue().toArray();
            byte[] common = common(name, content);
            out.write(buffer(4).putInt(LOCAL).array());
            out.write(common);
            out.write(name);
            out.write(content);
            directory.write(buffer(6).putInt(CENTRAL).putShort(VERSION).array(), 0, 6);
            directory.write(common, 0, common.length);
            // no comment, disk 0, no attributes
            directory.write(buffer(14).putInt(10, offset).array(), 0, 14);
            directory.write(name, 0, name.length);
            offset += LOCAL_LENGTH + name.length + content.length;
        }
        directory.writeTo(out);
        out.write(buffer(22)
                .putInt(END)
                .putInt(0)
                .putShort((short) parts.size())
                .putShort((short) parts.size())
                .putInt(directory.size())
                .putInt(offset)
                .putShort((short) 0)
                .array());
    }

    /** What a part's two headers have in common: version, flags, method, time, date, CRC, sizes, lengths of names. */
    private static byte[] common(byte[] name, byte[] content) {
        CRC32 crc = new CRC32();
        crc.update(content);
        return buffer(26)
                .putShort(VERSION)
                .putShort((short) 0)
                .putShort((short) 0)
                .putShort((short) 0)
                .putShort(DATE)
                .putInt((int) crc.getValue())
                .putInt(content.length)
                .putInt(content.length)
                .putShort((short) name.length)
                .putShort((short) 0)
                .array();
    }

    private static ByteBuffer buffer(int length) {
        return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** The file's octets. */
    static byte[] octets(Path path) throws IOException {
        if (Files.size(path) > MAX_FILE) {
            throw new MalformedEvidenceException(Reason.LIMIT_EXCEEDED, "the file is larger than 64 MiB");
        }
        return Files.readAllBytes(path);
    }

    /**
     * The parts as they follow one another. Whoever asks writes them again and compares: only then is what lies between
     * and behind them known to be what belongs there.
     */
    static Map<String, Bytes> parts(byte[] zip) throws MalformedEvidenceException {
        Map<String, Bytes> parts = new LinkedHashMap<>();
        ByteBuffer in = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
        while (in.remaining() >= LOCAL_LENGTH && in.getInt(in.position()) == LOCAL) {
            if (parts.size() == MAX_PARTS) {
                throw new MalformedEvidenceException(Reason.LIMIT_EXCEEDED, "more than " + MAX_PARTS + " parts");
            }
            long length = Integer.toUnsignedLong(in.getInt(in.position() + 22));
            int nameLength = Short.toUnsignedInt(in.getShort(in.position() + 26));
            in.position(in.position() + LOCAL_LENGTH);
            if (nameLength + length > in.remaining()) {
                throw new MalformedEvidenceException(Reason.NOT_ZIP, "the ZIP is cut off, or its parts are packed");
            }
            byte[] name = new byte[nameLength];
            in.get(name);
            byte[] content = new byte[(int) length];
            in.get(content);
            if (parts.put(safe(new String(name, StandardCharsets.ISO_8859_1)), Bytes.of(content)) != null) {
                throw new MalformedEvidenceException(Reason.ENTRY_DUPLICATE, "a part occurs twice");
            }
        }
        if (parts.isEmpty()) {
            throw new MalformedEvidenceException(Reason.NOT_ZIP, "the file is no ZIP");
        }
        return parts;
    }

    private static String safe(String name) throws MalformedEvidenceException {
        if (!name.matches("[A-Za-z0-9]+(/[A-Za-z0-9]+)?(\\.[a-z0-9]+)?")) {
            throw new MalformedEvidenceException(Reason.ENTRY_NOT_ALLOWED, "a part has a name that is not allowed");
        }
        return name;
    }
}
