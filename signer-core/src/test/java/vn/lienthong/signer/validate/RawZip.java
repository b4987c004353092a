package vn.lienthong.signer.validate;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Writes ZIPs octet by octet, so that headers can lie. */
final class RawZip {
    final List<Part> parts = new ArrayList<>();
    String comment = "";
    byte[] behind = {};

    /** One entry; what is set differs from an honest writer's. */
    static final class Part {
        final byte[] data;
        String name;
        String nameInDirectory;
        Charset charset = StandardCharsets.UTF_8;
        boolean stored;
        boolean descriptor;
        boolean inDirectory = true;
        int flags = 1 << 11;
        int moreLocalSize;
        int moreCrcInDirectory;
        int attributes;
        byte[] extra = {};
        byte[] extraInDirectory = {};
        byte[] gapBefore = {};
        byte[] junkBehindPacked = {};

        Part(String name, byte[] data) {
            this.name = name;
            this.nameInDirectory = name;
            this.data = data;
            this.stored = name.equals("mimetype");
        }
    }

    static RawZip of(byte[] zip) {
        RawZip raw = new RawZip();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                raw.parts.add(new Part(entry.getName(), in.readAllBytes()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return raw;
    }

    Part part(String name) {
        return parts.stream().filter(p -> p.name.equals(name)).findFirst().orElseThrow();
    }

    Part first(String prefix) {
        return parts.stream().filter(p -> p.name.startsWith(prefix)).findFirst().orElseThrow();
    }

    Part add(String name, String text) {
        Part part = new Part(name, text.getBytes(StandardCharsets.UTF_8));
        parts.add(part);
        return part;
    }

    RawZip without(String name) {
        parts.removeIf(p -> p.name.equals(name));
        return this;
    }

    byte[] octets() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream directory = new ByteArrayOutputStream();
        int entries = 0;
        for (Part part : parts) {
            out.writeBytes(part.gapBefore);
            int at = out.size();
            byte[] packed = part.stored ? part.data : deflate(part.data);
            CRC32 crc = new CRC32();
            crc.update(part.data);
            int length = packed.length + part.junkBehindPacked.length;
            int flags = part.flags | (part.descriptor ? 1 << 3 : 0);
            byte[] name = part.name.getBytes(part.charset);
            ByteBuffer local = buffer(30);
            local.putInt(0x04034b50).putShort((short) 20).putShort((short) flags);
            local.putShort((short) (part.stored ? 0 : 8)).putInt(0x21);
            local.putInt(part.descriptor ? 0 : (int) crc.getValue());
            local.putInt(part.descriptor ? 0 : length);
            local.putInt(part.descriptor ? 0 : part.data.length + part.moreLocalSize);
            local.putShort((short) name.length).putShort((short) part.extra.length);
            out.writeBytes(local.array());
            out.writeBytes(name);
            out.writeBytes(part.extra);
            out.writeBytes(packed);
            out.writeBytes(part.junkBehindPacked);
            if (part.descriptor) {
                ByteBuffer descriptor = buffer(16);
                descriptor
                        .putInt(0x08074b50)
                        .putInt((int) crc.getValue())
                        .putInt(length)
                        .putInt(part.data.length);
                out.writeBytes(descriptor.array());
            }
            if (part.inDirectory) {
                entries++;
                byte[] other = part.nameInDirectory.getBytes(part.charset);
                ByteBuffer line = buffer(46);
                line.putInt(0x02014b50).putShort((short) (3 << 8 | 20)).putShort((short) 20);
                line.putShort((short) flags)
                        .putShort((short) (part.stored ? 0 : 8))
                        .putInt(0x21);
                line.putInt((int) crc.getValue() + part.moreCrcInDirectory)
                        .putInt(length)
                        .putInt(part.data.length);
                line.putShort((short) other.length).putShort((short) part.extraInDirectory.length);
                line.putShort((short) 0).putShort((short) 0).putShort((short) 0);
                line.putInt(part.attributes << 16).putInt(at);
                directory.writeBytes(line.array());
                directory.writeBytes(other);
                directory.writeBytes(part.extraInDirectory);
            }
        }
        int at = out.size();
        out.writeBytes(directory.toByteArray());
        byte[] text = comment.getBytes(StandardCharsets.ISO_8859_1);
        ByteBuffer end = buffer(22);
        end.putInt(0x06054b50).putInt(0).putShort((short) entries).putShort((short) entries);
        end.putInt(directory.size()).putInt(at).putShort((short) text.length);
        out.writeBytes(end.array());
        out.writeBytes(text);
        out.writeBytes(behind);
        return out.toByteArray();
    }

    private static ByteBuffer buffer(int length) {
        return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static byte[] deflate(byte[] data) {
        Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
        deflater.setInput(data);
        deflater.finish();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] piece = new byte[4096];
        while (!deflater.finished()) {
            out.write(piece, 0, deflater.deflate(piece));
        }
        deflater.end();
        return out.toByteArray();
    }
}
