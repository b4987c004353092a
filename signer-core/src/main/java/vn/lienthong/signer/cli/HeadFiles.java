package vn.lienthong.signer.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import vn.lienthong.signer.evidence.file.EvidenceFile;
import vn.lienthong.signer.evidence.file.EvidenceReader;
import vn.lienthong.signer.evidence.watch.Seen;
import vn.lienthong.signer.evidence.watch.ShownHead;

/** Files with sealed heads in them: evidence files, and the states of watchers. */
final class HeadFiles {
    private HeadFiles() {}

    /** A ZIP whose first part is a mimetype of ours; stored, so it stands at octet 38 as OCF lays down. */
    static boolean isEvidence(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            String head = new String(in.readNBytes(128), StandardCharsets.ISO_8859_1);
            return head.startsWith("PK\3\4") && head.contains("mimetype" + EvidenceFile.MEDIA_TYPE);
        }
    }

    /** The heads that whoever got the file was shown. */
    static List<ShownHead> heads(Path file) throws IOException {
        return isEvidence(file)
                ? heads(EvidenceReader.read(file))
                : List.of(Seen.read(file).head());
    }

    static List<ShownHead> heads(EvidenceFile file) {
        return file.heads().values().stream()
                .map(head -> new ShownHead(head, file.certificates(), file.crls()))
                .toList();
    }
}
