package vn.lienthong.signer.validate.pdf.change;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.lienthong.signer.pdf.EntrySpans;
import vn.lienthong.signer.pdf.PdfDocument;
import vn.lienthong.signer.pdf.PdfFault;
import vn.lienthong.signer.pdf.PdfRevision;
import vn.lienthong.signer.pdf.PdfValue;
import vn.lienthong.signer.validate.pdf.ByteRange;

/**
 * The signatures that the newest revision shows are those that were judged, no more and no fewer; each leaves out exactly its
 * own Contents and ends with a revision. Source: ISO 32000-2 §12.8.1, Table 255.
 */
final class SignaturePlaces {
    private final List<PdfRevision> revisions;
    private final PdfDocument newest;
    private final ChangeLog log;

    SignaturePlaces(List<PdfRevision> revisions, ChangeLog log) {
        this.revisions = revisions;
        this.newest = revisions.getLast().document();
        this.log = log;
    }

    void check(FieldIndex fields, Set<ByteRange> judged) throws IOException, PdfFault {
        Set<PdfValue> seen = new HashSet<>();
        Set<ByteRange> found = new HashSet<>();
        for (FieldIndex.Field field : fields.all()) {
            if (field.isSigned() && seen.add(field.value())) {
                Optional<ByteRange> range = range(field.value());
                if (range.isEmpty()) {
                    note(field, "a signature without the four numbers of a ByteRange");
                } else if (!found.add(range.get())) {
                    note(field, "two signatures with one ByteRange");
                } else {
                    check(field, range.get());
                }
            }
        }
        if (!found.equals(judged)) {
            log.add(new Change(
                    ChangeKind.SIGNATURE_MISPLACED,
                    revisions.getLast().number(),
                    0,
                    "the form shows other signatures than were judged"));
        }
    }

    private void check(FieldIndex.Field field, ByteRange range) throws IOException, PdfFault {
        Optional<EntrySpans.Span> contents = field.value() instanceof PdfValue.Ref signature
                ? newest.span(signature, "Contents")
                : newest.span(field.holder(), "V", "Contents");
        if (contents.isEmpty() || !contents.get().equals(new EntrySpans.Span(range.firstLength(), range.second()))) {
            note(field, "its ByteRange does not leave out exactly its Contents");
        }
        Optional<PdfRevision> revision =
                revisions.stream().filter(r -> r.endsAt(range.end())).findFirst();
        if (revision.isEmpty()) {
            note(field, "it does not end with a revision");
        } else if (range.second() < revision.get().start()) {
            note(field, "it is in an older revision than the one that it signs");
        }
    }

    private Optional<ByteRange> range(PdfValue signature) throws IOException, PdfFault {
        List<Long> numbers = new ArrayList<>();
        PdfValue.Dict dict = Values.dict(newest.resolve(signature));
        for (PdfValue item : Structure.items(newest, dict.get("ByteRange"))) {
            if (newest.resolve(item) instanceof PdfValue.Int(long number)) {
                numbers.add(number);
            }
        }
        boolean isFour = numbers.size() == 4
                && Structure.items(newest, dict.get("ByteRange")).size() == 4;
        return isFour
                ? Optional.of(new ByteRange(numbers.get(0), numbers.get(1), numbers.get(2), numbers.get(3)))
                : Optional.empty();
    }

    private void note(FieldIndex.Field field, String what) {
        log.add(new Change(
                ChangeKind.SIGNATURE_MISPLACED,
                revisions.getLast().number(),
                field.ref().number(),
                field.name() + ": " + what));
    }
}
