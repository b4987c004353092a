package vn.lienthong.exchange.application.remote;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.lienthong.signer.algorithm.Bytes;
import vn.lienthong.signer.algorithm.DigestAlgorithm;
import vn.lienthong.signer.sign.augment.ValidationMaterial;

/**
 * What shows later that many signatures were good, each part once, in one temporary file that is gone when this is closed:
 * a revocation list may have several megabytes, and each signature another one. Not thread-safe.
 */
public final class SpooledMaterial implements AutoCloseable {
    private final Path file;
    private final Map<Kind, Map<Bytes, Part>> parts = new EnumMap<>(Kind.class);
    private long length;

    /** What a part is. */
    public enum Kind {
        OCSP_RESPONSE,
        CRL,
        CERTIFICATE
    }

    /** Takes the octets of a part, a piece at a time. */
    public interface Taker {
        /** @param octets of which so many are the part's, from the first on */
        void take(InputStream octets, int length) throws IOException;
    }

    private record Part(long at, int length) {}

    private SpooledMaterial(Path file) {
        this.file = file;
        List.of(Kind.values()).forEach(kind -> parts.put(kind, new LinkedHashMap<>()));
    }

    /** With nothing in it yet. */
    static SpooledMaterial in(Path folder) {
        try {
            return new SpooledMaterial(Files.createTempFile(folder, "signed-", ".material"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What of it was not there yet is there. */
    void add(ValidationMaterial material) {
        try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.APPEND)) {
            add(Kind.OCSP_RESPONSE, material.ocspResponses(), out);
            add(Kind.CRL, material.crls(), out);
            add(Kind.CERTIFICATE, material.certificates(), out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(Kind kind, Collection<Bytes> more, OutputStream out) throws IOException {
        Map<Bytes, Part> known = parts.getOrDefault(kind, Map.of());
        for (Bytes each : more) {
            byte[] octets = each.toArray();
            Bytes name = Bytes.of(DigestAlgorithm.SHA256.newMessageDigest().digest(octets));
            if (!known.containsKey(name)) {
                out.write(octets);
                known.put(name, new Part(length, octets.length));
                length += octets.length;
            }
        }
    }

    /** Of all parts together, in octets. */
    public long length() {
        return length;
    }

    /** Each part of that kind was taken, in the order in which it came. */
    public void each(Kind kind, Taker taker) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            for (Part part : parts.getOrDefault(kind, Map.of()).values()) {
                channel.position(part.at());
                taker.take(Channels.newInputStream(channel), part.length());
            }
        }
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("deleting a temporary file", e);
        }
    }
}
