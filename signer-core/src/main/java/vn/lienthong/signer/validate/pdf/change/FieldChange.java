package vn.lienthong.signer.validate.pdf.change;

import java.io.IOException;
import vn.lienthong.signer.pdf.PdfFault;
import vn.lienthong.signer.pdf.PdfValue;

/** What may become of the entries of an existing field. */
enum FieldChange {
    /** Nothing may: it is signed, locked, or nothing may be filled in. */
    NONE {
        @Override
        void entry(Step step, Place place, FieldIndex.Field then, String key, PdfValue before, PdfValue after)
                throws IOException, PdfFault {
            step.judge(Fixed.FIXED, place, before, after);
        }
    },
    /** An empty signature field is signed now. */
    SIGNING {
        @Override
        void entry(Step step, Place place, FieldIndex.Field then, String key, PdfValue before, PdfValue after)
                throws IOException, PdfFault {
            switch (key) {
                case "V" -> {
                    SignatureValue.VALUE.judge(step, place, before, after);
                    boolean timestamp = SignatureValue.isTimestamp(step, after);
                    step.note(timestamp ? ChangeKind.TIMESTAMPED : ChangeKind.SIGNED, place);
                }
                case "AP" -> {
                    if (before.equals(after)) {
                        step.judge(Fixed.FIXED, place, before, after);
                    } else {
                        Appearance.ofSignature(step, place, after);
                    }
                }
                case "M", "DA", "AS" -> {
                    if (!(after instanceof PdfValue.Text || after instanceof PdfValue.Name)) {
                        step.judge(Fixed.FIXED, place, before, after);
                    }
                }
                case "F" -> {
                    // print and locked are said of a signature; hidden and the like are not
                    boolean flags = after instanceof PdfValue.Int(long f) && (f & ~(PRINT | LOCKED)) == 0;
                    if (!flags) {
                        step.judge(Fixed.FIXED, place, before, after);
                    }
                }
                default -> step.judge(Fixed.FIXED, place, before, after);
            }
        }
    },
    /** It may be filled in. */
    FILLING {
        @Override
        void entry(Step step, Place place, FieldIndex.Field then, String key, PdfValue before, PdfValue after)
                throws IOException, PdfFault {
            Filling.entry(step, place, then, key, before, after);
        }
    };

    private static final long PRINT = 4;
    private static final long LOCKED = 128;

    abstract void entry(Step step, Place place, FieldIndex.Field then, String key, PdfValue before, PdfValue after)
            throws IOException, PdfFault;

    static FieldChange of(Step step, FieldIndex.Field then, PdfValue.Dict now) throws IOException, PdfFault {
        if (then.isSigned()
                || !step.permissions().allowsFilling()
                || step.permissions().isLocked(then.name())) {
            return NONE;
        }
        if (!then.isSignature()) {
            return then.type().isEmpty() ? NONE : FILLING;
        }
        boolean signedNow = step.laterFields()
                .get(then.ref().number())
                .filter(f -> f.isSigned())
                .isPresent();
        return signedNow ? SIGNING : NONE;
    }
}
