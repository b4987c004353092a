package vn.lienthong.signer.evidence.watch;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import vn.lienthong.signer.evidence.Json;
import vn.lienthong.signer.evidence.JsonFields;
import vn.lienthong.signer.evidence.MalformedEvidenceException;

/**
 * What a watcher remembers: the newest head that it saw and found right, and when. Its file can be given to other watchers.
 *
 * @param at by the watcher's clock
 */
public record Seen(ShownHead head, Instant at) {
    private static final String FORMAT = "lienthong-watch-1";
    private static final long LARGEST = 64L << 20;

    /**
     * What the file remembers.
     *
     * @throws MalformedEvidenceException if it is not a watcher's file
     */
    public static Seen read(Path file) throws IOException {
        if (Files.size(file) > LARGEST) {
            throw new MalformedEvidenceException(
                    MalformedEvidenceException.Reason.LIMIT_EXCEEDED, "no watcher's file is so large");
        }
        JsonFields json = Json.readObject(Files.readAllBytes(file), "state");
        json.constant("format", FORMAT);
        Seen seen = new Seen(ShownHeadJson.read(json), json.instant("seenAt"));
        json.nothingElse();
        return seen;
    }

    /** The file remembers this from now on; whoever is interrupted leaves the file as it was. */
    public void write(Path file) throws IOException {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        try (JsonGenerator json = Json.FACTORY.createGenerator(octets)) {
            json.writeStartObject();
            json.writeStringField("format", FORMAT);
            json.writeStringField("seenAt", at.toString());
            ShownHeadJson.write(json, head);
            json.writeEndObject();
        }
        Path whole = file.toAbsolutePath();
        Path next = Files.createTempFile(whole.getParent(), "." + whole.getFileName(), ".next");
        try {
            Files.write(next, octets.toByteArray());
            Files.move(next, whole, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(next);
        }
    }
}
