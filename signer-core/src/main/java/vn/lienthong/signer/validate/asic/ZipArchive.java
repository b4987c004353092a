package vn.lienthong.signer.validate.asic;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * The entries of a ZIP in the order of their data.
 *
 * @param comment at the end of the file, each octet as a character
 */
record ZipArchive(List<ZipItem> items, String comment) {
    private static final int PIECE = 1 << 16;

    Optional<ZipItem> item(String name) {
        return items.stream().filter(i -> i.name().equals(name)).findFirst();
    }

    /** Every entry is unpacked once, and is what its header says. */
    void check(RandomAccessFile file, long maxBytes) throws IOException, ZipFaultException {
        long total = 0;
        for (ZipItem item : items) {
            total += item.size();
            if (total > maxBytes) {
                throw new ZipFaultException(ZipFault.TOO_MUCH);
            }
            if (item.isFolder() && item.size() > 0) {
                throw new ZipFaultException(ZipFault.AMBIGUOUS);
            }
            unpack(file, item, OutputStream.nullOutputStream());
        }
    }

    /** The octets of an entry that was checked. */
    static byte[] octets(RandomAccessFile file, ZipItem item) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream((int) item.size());
        try {
            unpack(file, item, out);
        } catch (ZipFaultException e) {
            throw new IOException("the file changed while it was read", e);
        }
        return out.toByteArray();
    }

    private static void unpack(RandomAccessFile file, ZipItem item, OutputStream out)
            throws IOException, ZipFaultException {
        CRC32 crc = new CRC32();
        long size = item.deflated() ? inflate(file, item, crc, out) : copy(file, item, crc, out);
        if (size != item.size() || crc.getValue() != item.crc()) {
            throw new ZipFaultException(ZipFault.MALFORMED);
        }
    }

    private static long copy(RandomAccessFile file, ZipItem item, CRC32 crc, OutputStream out) throws IOException {
        byte[] piece = new byte[PIECE];
        file.seek(item.dataAt());
        long left = item.dataEnd() - item.dataAt();
        while (left > 0) {
            int n = (int) Math.min(left, PIECE);
            file.readFully(piece, 0, n);
            crc.update(piece, 0, n);
            out.write(piece, 0, n);
            left -= n;
        }
        return item.dataEnd() - item.dataAt();
    }

    /** The packed data ends where the header says: what follows in it would be seen by nobody. */
    private static long inflate(RandomAccessFile file, ZipItem item, CRC32 crc, OutputStream out)
            throws IOException, ZipFaultException {
        byte[] in = new byte[PIECE];
        byte[] piece = new byte[PIECE];
        long at = item.dataAt();
        long size = 0;
        Inflater inflater = new Inflater(true);
        try {
            while (!inflater.finished()) {
                if (inflater.needsInput()) {
                    int n = (int) Math.min(PIECE, item.dataEnd() - at);
                    if (n == 0) {
                        throw new ZipFaultException(ZipFault.MALFORMED);
                    }
                    file.seek(at);
                    file.readFully(in, 0, n);
                    inflater.setInput(in, 0, n);
                    at += n;
                }
                int n = inflater.inflate(piece);
                size += n;
                if (size > item.size() || n == 0 && inflater.needsDictionary()) {
                    throw new ZipFaultException(ZipFault.MALFORMED);
                }
                crc.update(piece, 0, n);
                out.write(piece, 0, n);
            }
            if (at - inflater.getRemaining() != item.dataEnd()) {
                throw new ZipFaultException(ZipFault.AMBIGUOUS);
            }
            return size;
        } catch (DataFormatException e) {
            throw new ZipFaultException(ZipFault.MALFORMED);
        } finally {
            inflater.end();
        }
    }
}
