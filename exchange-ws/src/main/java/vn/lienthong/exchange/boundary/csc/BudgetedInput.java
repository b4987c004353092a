package vn.lienthong.exchange.boundary.csc;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * A body of which documents go to files, and all else into memory: each has a budget of its own, so that neither can be
 * larger than what it is kept in. Not thread-safe.
 */
final class BudgetedInput extends FilterInputStream {
    private long left;
    private long leftForDocuments;
    private boolean inDocument;

    BudgetedInput(InputStream body, long most, long mostForDocuments) {
        super(body);
        this.left = most;
        this.leftForDocuments = mostForDocuments;
    }

    /** What is read from here on belongs to a document, or does not. What was read ahead counts where it was read. */
    void inDocument(boolean document) {
        inDocument = document;
    }

    @Override
    public int read() throws IOException {
        int octet = super.read();
        count(octet < 0 ? 0 : 1);
        return octet;
    }

    @Override
    public int read(byte[] octets, int offset, int length) throws IOException {
        int read = super.read(octets, offset, length);
        count(Math.max(read, 0));
        return read;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void count(int read) {
        if (inDocument) {
            leftForDocuments -= read;
        } else {
            left -= read;
        }
        if (left < 0 || leftForDocuments < 0) {
            throw CscRefusal.invalidRequest("Request too large");
        }
    }
}
