package vn.lienthong.signer.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import vn.lienthong.signer.evidence.Json;
import vn.lienthong.signer.evidence.watch.WatchCode;
import vn.lienthong.signer.text.Language;

/**
 * How an archive came out.
 *
 * @param forks sentences about valid files that contradict each other
 * @param others files that are no evidence
 */
record ArchiveReport(List<Verdict> verdicts, List<String> forks, int others) {

    /**
     * How one file came out.
     *
     * @param status the exit status that {@link Verify} would have ended with
     * @param open the checks that did not pass
     */
    record Verdict(Path file, int status, String name, List<String> open) {}

    /** The worst: a fork, then what is not valid, unreadable, not decided. */
    int status() {
        if (!forks.isEmpty()) {
            return WatchCode.FORKED.exitStatus();
        }
        return Stream.of(Verify.NOT_VALID, Verify.USAGE, Verify.UNDECIDED)
                .filter(status -> count(status) > 0)
                .findFirst()
                .orElse(Verify.VALID);
    }

    String summary(Language language) {
        return WatchMessages.format(
                WatchMessages.ARCHIVE_SUMMARY.in(language),
                verdicts.size(),
                count(Verify.VALID),
                count(Verify.NOT_VALID),
                count(Verify.UNDECIDED),
                count(Verify.USAGE),
                others);
    }

    private long count(int status) {
        return verdicts.stream().filter(verdict -> verdict.status() == status).count();
    }

    /** The report as JSON stands in the file. */
    void write(Path file) throws IOException {
        try (OutputStream octets = Files.newOutputStream(file);
                JsonGenerator json = Json.FACTORY.createGenerator(octets)) {
            json.writeStartObject();
            json.writeStringField("format", "lienthong-archive-report-1");
            json.writeNumberField("exitStatus", status());
            json.writeNumberField("valid", count(Verify.VALID));
            json.writeNumberField("notValid", count(Verify.NOT_VALID));
            json.writeNumberField("undecided", count(Verify.UNDECIDED));
            json.writeNumberField("unreadable", count(Verify.USAGE));
            json.writeNumberField("leftOut", others);
            json.writeArrayFieldStart("forks");
            for (String fork : forks) {
                json.writeString(fork);
            }
            json.writeEndArray();
            json.writeArrayFieldStart("files");
            for (Verdict verdict : verdicts) {
                json.writeStartObject();
                json.writeStringField("file", verdict.file().toString());
                json.writeStringField("verdict", verdict.name());
                json.writeNumberField("exitStatus", verdict.status());
                json.writeArrayFieldStart("open");
                for (String open : verdict.open()) {
                    json.writeString(open);
                }
                json.writeEndArray();
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
    }
}
