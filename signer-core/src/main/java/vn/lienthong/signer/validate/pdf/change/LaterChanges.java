package vn.lienthong.signer.validate.pdf.change;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;
import vn.lienthong.signer.pdf.PdfDocument;
import vn.lienthong.signer.pdf.PdfFault;
import vn.lienthong.signer.pdf.PdfHistory;
import vn.lienthong.signer.pdf.PdfRevision;
import vn.lienthong.signer.validate.pdf.ByteRange;

/**
 * Everything that was changed in a PDF after its oldest signature, revision by revision: each is judged against all signatures
 * that were there before it, whatever covers it later.
 */
public final class LaterChanges {
    private static final int END_OF_LINE = 2;

    private LaterChanges() {}

    /**
     * What was found.
     *
     * @param changes permitted ones and others
     * @param evidence certificates and revocation data that were added, each once
     */
    public record Found(List<Change> changes, Set<AddedEvidence> evidence) {}

    /**
     * The changes, and what was added as evidence.
     *
     * @param signed the ranges of all signatures and document timestamps; at least one
     */
    public static Found of(Path pdf, Set<ByteRange> signed) throws IOException {
        ChangeLog log = new ChangeLog();
        try (FileChannel file = FileChannel.open(pdf, StandardOpenOption.READ)) {
            long oldest = signed.stream().mapToLong(ByteRange::end).min().orElseThrow();
            if (oldest <= 0 || oldest > file.size()) {
                return new Found(
                        List.of(new Change(ChangeKind.SIGNATURE_MISPLACED, 0, 0, "a ByteRange that leaves the file")),
                        Set.of());
            }
            judge(file, oldest, signed, log);
            HiddenSignatures.find(pdf, file, oldest, signed, log);
        }
        return new Found(log.changes(), log.evidence());
    }

    private static void judge(FileChannel file, long oldest, Set<ByteRange> signed, ChangeLog log) throws IOException {
        List<PdfRevision> revisions;
        try {
            revisions = PdfHistory.read(file, oldest);
        } catch (PdfFault fault) {
            unreadable(file, oldest, fault, log);
            return;
        }
        try {
            judge(revisions, signed, file.size(), log);
        } catch (PdfFault fault) {
            if (revisions.size() > 1 || fault.kind() == PdfFault.Kind.TOO_COMPLEX) {
                log.add(new Change(ChangeKind.REVISION_UNREADABLE, 0, 0, String.valueOf(fault.getMessage())));
            }
        }
    }

    private static void judge(List<PdfRevision> revisions, Set<ByteRange> signed, long length, ChangeLog log)
            throws IOException, PdfFault {
        Budget budget = new Budget();
        Structure structure = Structure.of(revisions.getFirst().document(), budget);
        for (int i = 1; i < revisions.size(); i++) {
            PdfRevision earlier = revisions.get(i - 1);
            PdfRevision later = revisions.get(i);
            Structure next = Structure.of(later.document(), budget);
            Permissions permissions = Permissions.of(earlier.document(), structure.fields());
            new Step(earlier, later, structure, next.fields(), permissions, budget, log).run(TrailerRule.TRAILER);
            structure = next;
        }
        new SignaturePlaces(revisions, log).check(structure.fields(), signed);
        long covered = signed.stream().mapToLong(ByteRange::end).max().orElseThrow();
        PdfRevision last = revisions.getLast();
        boolean isLast = last.endsAt(covered);
        if (isLast ? covered != length : length - last.end() > END_OF_LINE) {
            log.add(new Change(ChangeKind.UPDATE_MALFORMED, last.number(), 0, "octets behind the last revision"));
        }
    }

    /** What is signed whole needs no comparison, however odd its writer was. */
    private static void unreadable(FileChannel file, long oldest, PdfFault fault, ChangeLog log) throws IOException {
        if (oldest == file.size()) {
            return;
        }
        ChangeKind kind;
        try {
            PdfDocument.read(file, oldest);
            kind = fault.kind() == PdfFault.Kind.UNFAMILIAR
                    ? ChangeKind.REVISION_UNREADABLE
                    : ChangeKind.UPDATE_MALFORMED;
        } catch (PdfFault ofRevision) {
            kind = ChangeKind.REVISION_UNREADABLE;
        }
        log.add(new Change(kind, 0, 0, String.valueOf(fault.getMessage())));
    }
}
