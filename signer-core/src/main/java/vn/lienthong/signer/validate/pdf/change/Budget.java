package vn.lienthong.signer.validate.pdf.change;

import vn.lienthong.signer.pdf.PdfFault;

/** How much of a document is looked at, over all its revisions together. Not thread-safe. */
final class Budget {
    /** Several times what the largest real documents take. Each costs a microsecond or a few. */
    private static final int MOST = 10_000_000;

    private int taken;

    /** That many more values. */
    void take(int values) throws PdfFault {
        taken += Math.min(values, MOST);
        if (taken > MOST || taken < 0) {
            throw new PdfFault(PdfFault.Kind.TOO_COMPLEX, "more than " + MOST + " things to compare");
        }
    }
}
