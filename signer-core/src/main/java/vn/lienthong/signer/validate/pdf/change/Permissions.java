package vn.lienthong.signer.validate.pdf.change;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.lienthong.signer.pdf.PdfDocument;
import vn.lienthong.signer.pdf.PdfFault;
import vn.lienthong.signer.pdf.PdfValue;

/**
 * What the signatures of a revision permit of the ones that follow.
 *
 * <p>Source: ISO 32000-2 §12.8.2.2, §12.8.2.4, Tables 236, 257, 259.
 *
 * @param level 1: nothing; 2: filling in and signing; 3: annotations too. 2 where no signature says anything
 * @param isCertified whether a signature says so itself
 * @param locks fields that do not change any more
 */
record Permissions(int level, boolean isCertified, List<FieldLock> locks) {
    private static final int FILL_AND_SIGN = 2;
    private static final int ANNOTATE = 3;

    static Permissions of(PdfDocument document, FieldIndex fields) throws IOException, PdfFault {
        Collector collector = new Collector(document);
        if (document.resolve(document.trailer().get("Root")) instanceof PdfValue.Dict catalog
                && document.resolve(catalog.get("Perms")) instanceof PdfValue.Dict granted) {
            collector.signature(document.resolve(granted.get("DocMDP")));
        }
        for (FieldIndex.Field field : fields.all()) {
            if (field.isSigned()) {
                collector.signature(document.resolve(field.value()));
                collector.lock(document.resolve(field.dict().get("Lock")));
            }
        }
        return new Permissions(
                collector.level.orElse(FILL_AND_SIGN), collector.level.isPresent(), List.copyOf(collector.locks));
    }

    boolean isLocked(String field) {
        return locks.stream().anyMatch(lock -> lock.holds(field));
    }

    boolean allowsFilling() {
        return level >= FILL_AND_SIGN;
    }

    boolean allowsAnnotations() {
        return level >= ANNOTATE;
    }

    private static final class Collector {
        private final PdfDocument document;
        private final List<FieldLock> locks = new ArrayList<>();
        private Optional<Integer> level = Optional.empty();

        Collector(PdfDocument document) {
            this.document = document;
        }

        void signature(PdfValue signature) throws IOException, PdfFault {
            for (PdfValue item :
                    Structure.items(document, Values.dict(signature).get("Reference"))) {
                PdfValue.Dict reference = Values.dict(document.resolve(item));
                PdfValue method = document.resolve(reference.get("TransformMethod"));
                PdfValue.Dict parameters = Values.dict(document.resolve(reference.get("TransformParams")));
                if (method.equals(new PdfValue.Name("DocMDP"))) {
                    level(document.resolve(parameters.get("P")));
                } else if (method.equals(new PdfValue.Name("FieldMDP"))) {
                    lock(parameters);
                }
            }
        }

        void lock(PdfValue lock) throws IOException, PdfFault {
            if (lock instanceof PdfValue.Dict dict) {
                locks.add(FieldLock.of(document, dict));
                if (!Values.isNull(document.resolve(dict.get("P")))) {
                    level(document.resolve(dict.get("P")));
                }
            }
        }

        /** The strictest one holds. One that is none of the three permits nothing. */
        private void level(PdfValue p) {
            int said = switch (p) {
                case PdfValue.Null none -> FILL_AND_SIGN;
                case PdfValue.Int(long value) when value == FILL_AND_SIGN || value == ANNOTATE -> (int) value;
                default -> 1;
            };
            level = Optional.of(Math.min(said, level.orElse(ANNOTATE)));
        }
    }
}
