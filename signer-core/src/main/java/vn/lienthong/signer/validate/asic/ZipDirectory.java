package vn.lienthong.signer.validate.asic;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Reads a ZIP so that it means the same to whoever streams it and to whoever goes by its directory: entries follow each
 * other from the first octet on without gap or overlap, then the directory, then its end record, then nothing.
 *
 * <p>Source: APPNOTE 6.3.10, §4.3.
 */
final class ZipDirectory {
    private static final int END_LENGTH = 22;
    private static final int MAX_COMMENT = 0xffff;
    private static final int LOCAL = 0x04034b50;
    private static final int CENTRAL = 0x02014b50;
    private static final int END = 0x06054b50;
    private static final int DESCRIPTOR = 0x08074b50;
    private static final int HAS_DESCRIPTOR = 1 << 3;
    private static final int IS_UTF8 = 1 << 11;
    /** The two levels of deflate, the descriptor, and UTF-8; not encryption, patches or masked headers. */
    private static final int KNOWN_FLAGS = 1 << 1 | 1 << 2 | HAS_DESCRIPTOR | IS_UTF8;

    /** The most octets that each has: NTFS and UNIX times, UNIX owners, JAR, Android's and Microsoft's alignment. */
    private static final Map<Integer, Integer> EXTRA_FIELDS =
            Map.of(0x000a, 32, 0x5455, 13, 0x5855, 12, 0x7855, 4, 0x7875, 15, 0xcafe, 0, 0xd935, 6, 0xa220, 4);

    private static final int MADE_BY_UNIX = 3;
    private static final int UNIX_TYPE = 0170000;
    private static final int UNIX_FILE = 0100000;
    private static final int UNIX_FOLDER = 0040000;

    private final RandomAccessFile file;
    private final long length;

    private ZipDirectory(RandomAccessFile file) throws IOException {
        this.file = file;
        this.length = file.length();
    }

    /** What the end of the directory says. */
    private record End(int entries, long directoryAt, long directoryEnd, String comment) {}

    /** A line of the directory; each octet of the name as a character. */
    private record Line(String name, int flags, int method, long crc, long packed, long size, long headerAt) {}

    /**
     * The entries in the order of their data, and the comment.
     *
     * @throws ZipFaultException for the first fault
     */
    static ZipArchive read(RandomAccessFile file, int maxEntries) throws IOException, ZipFaultException {
        ZipDirectory directory = new ZipDirectory(file);
        End end = directory.end();
        if (end.entries() > maxEntries) {
            throw new ZipFaultException(ZipFault.TOO_MUCH);
        }
        List<Line> lines = new ArrayList<>(directory.lines(end));
        lines.sort(Comparator.comparingLong(Line::headerAt));
        List<ZipItem> items = directory.items(lines, end.directoryAt());
        ZipNames.check(items.stream().map(ZipItem::name).toList());
        return new ZipArchive(items, end.comment());
    }

    private ByteBuffer read(long at, long count) throws IOException, ZipFaultException {
        if (at < 0 || count < 0 || count > Integer.MAX_VALUE || at + count > length) {
            throw new ZipFaultException(ZipFault.MALFORMED);
        }
        byte[] octets = new byte[(int) count];
        file.seek(at);
        file.readFully(octets);
        return ByteBuffer.wrap(octets).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static ZipFaultException ambiguous() {
        return new ZipFaultException(ZipFault.AMBIGUOUS);
    }

    private static void require(boolean holds) throws ZipFaultException {
        if (!holds) {
            throw ambiguous();
        }
    }

    /** §4.3.16. The record that stands last must reach to the end: another one before it is a comment's or a forgery's. */
    private End end() throws IOException, ZipFaultException {
        long from = Math.max(0, length - END_LENGTH - MAX_COMMENT);
        ByteBuffer tail = read(from, length - from);
        for (int at = tail.limit() - END_LENGTH; at >= 0; at--) {
            if (tail.getInt(at) != END) {
                continue;
            }
            int comment = u16(tail, at + 20);
            require(at + END_LENGTH + comment == tail.limit());
            int entries = u16(tail, at + 10);
            long size = u32(tail, at + 12);
            long offset = u32(tail, at + 16);
            // one disk; no ZIP64, whose numbers stand elsewhere; nothing between directory and end
            require(u16(tail, at + 4) == 0 && u16(tail, at + 6) == 0 && u16(tail, at + 8) == entries);
            require(entries != 0xffff && offset + size == from + at);
            byte[] text = new byte[comment];
            tail.get(at + END_LENGTH, text);
            return new End(entries, offset, from + at, latin(text));
        }
        throw new ZipFaultException(ZipFault.MALFORMED);
    }

    private List<Line> lines(End end) throws IOException, ZipFaultException {
        ByteBuffer all = read(end.directoryAt(), end.directoryEnd() - end.directoryAt());
        List<Line> lines = new ArrayList<>();
        int at = 0;
        for (int i = 0; i < end.entries(); i++) {
            require(at + 46 <= all.limit() && all.getInt(at) == CENTRAL);
            int name = u16(all, at + 28);
            int extra = u16(all, at + 30);
            int comment = u16(all, at + 32);
            require(at + 46 + name + extra <= all.limit() && comment == 0 && u16(all, at + 34) == 0);
            byte[] octets = new byte[name];
            all.get(at + 46, octets);
            extraFields(all, at + 46 + name, extra);
            fileType(all.get(at + 5), all.getInt(at + 38) >>> 16, name > 0 && octets[name - 1] == '/');
            lines.add(new Line(
                    latin(octets),
                    u16(all, at + 8),
                    u16(all, at + 10),
                    u32(all, at + 16),
                    u32(all, at + 20),
                    u32(all, at + 24),
                    u32(all, at + 42)));
            at += 46 + name + extra;
        }
        require(at == all.limit());
        return lines;
    }

    /** A link is unpacked as what it leads to by some, as its text by others. */
    private static void fileType(int madeBy, int mode, boolean isFolder) throws ZipFaultException {
        int type = mode & UNIX_TYPE;
        if (madeBy == MADE_BY_UNIX && type != 0 && type != (isFolder ? UNIX_FOLDER : UNIX_FILE)) {
            throw new ZipFaultException(ZipFault.NAME_UNSAFE);
        }
    }

    /**
     * §4.5: each whole, and of a kind that says times, owners or the alignment of data, or marks a program's file. Others
     * replace name, sizes or offsets for those readers that know them, or say anything.
     */
    private static void extraFields(ByteBuffer in, int from, int length) throws ZipFaultException {
        int at = from;
        while (at < from + length) {
            require(at + 4 <= from + length);
            int id = u16(in, at);
            int size = u16(in, at + 2);
            require(size <= EXTRA_FIELDS.getOrDefault(id, -1));
            at += 4 + size;
        }
        require(at == from + length);
    }

    private List<ZipItem> items(List<Line> lines, long directoryAt) throws IOException, ZipFaultException {
        List<ZipItem> items = new ArrayList<>();
        long next = 0;
        for (Line line : lines) {
            require(line.headerAt() == next);
            ZipItem item = item(line);
            items.add(item);
            next = afterDescriptor(line, item.dataEnd());
        }
        require(next == directoryAt);
        return items;
    }

    private ZipItem item(Line line) throws IOException, ZipFaultException {
        ByteBuffer header = read(line.headerAt(), 30);
        require(header.getInt(0) == LOCAL);
        int nameLength = u16(header, 26);
        int extra = u16(header, 28);
        ByteBuffer variable = read(line.headerAt() + 30, (long) nameLength + extra);
        byte[] name = new byte[nameLength];
        variable.get(0, name);
        extraFields(variable, nameLength, extra);
        require(latin(name).equals(line.name()));
        require(u16(header, 6) == line.flags() && u16(header, 8) == line.method());
        require((line.flags() & ~KNOWN_FLAGS) == 0 && (line.method() == 0 || line.method() == 8));
        boolean later = (line.flags() & HAS_DESCRIPTOR) != 0;
        require(!later || line.method() == 8); // where stored data ends, nobody who streams can tell
        sameNumber(header, 14, line.crc(), later);
        sameNumber(header, 18, line.packed(), later);
        sameNumber(header, 22, line.size(), later);
        require(line.method() == 8 || line.packed() == line.size());
        long dataAt = line.headerAt() + 30 + nameLength + extra;
        return new ZipItem(
                text(name, (line.flags() & IS_UTF8) != 0),
                line.method() == 8,
                line.crc(),
                line.headerAt(),
                dataAt,
                dataAt + line.packed(),
                line.size(),
                extra > 0);
    }

    private static void sameNumber(ByteBuffer header, int at, long expected, boolean mayBeZero)
            throws ZipFaultException {
        long number = u32(header, at);
        require(number == expected || mayBeZero && number == 0);
    }

    /** §4.3.9. The signature before a descriptor may be left out. */
    private long afterDescriptor(Line line, long at) throws IOException, ZipFaultException {
        if ((line.flags() & HAS_DESCRIPTOR) == 0) {
            return at;
        }
        int skip = read(at, 4).getInt(0) == DESCRIPTOR ? 4 : 0;
        ByteBuffer descriptor = read(at + skip, 12);
        require(u32(descriptor, 0) == line.crc()
                && u32(descriptor, 4) == line.packed()
                && u32(descriptor, 8) == line.size());
        return at + skip + 12;
    }

    /** Other than ASCII without the flag for UTF-8 is read by each system in its own way. */
    private static String text(byte[] name, boolean utf8) throws ZipFaultException {
        try {
            return (utf8 ? StandardCharsets.UTF_8 : StandardCharsets.US_ASCII)
                    .newDecoder()
                    .decode(ByteBuffer.wrap(name))
                    .toString();
        } catch (CharacterCodingException e) {
            throw ambiguous();
        }
    }

    private static String latin(byte[] octets) {
        return new String(octets, StandardCharsets.ISO_8859_1);
    }

    private static int u16(ByteBuffer in, int at) {
        return in.getShort(at) & 0xffff;
    }

    private static long u32(ByteBuffer in, int at) {
        return in.getInt(at) & 0xffffffffL;
    }
}
