package vn.lienthong.exchange.infrastructure.edxml;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.lienthong.exchange.domain.edxml.EdxmlDocument;
import vn.lienthong.exchange.domain.edxml.EdxmlDraft;
import vn.lienthong.exchange.domain.edxml.OutgoingAttachment;

/** What reading and writing allocate altogether is less than the attachment, so that it is never held. */
class EdxmlMemoryTest {
    private static final long BASE64 = 40L * 1024 * 1024;
    private static final String HEAD = Messages.document().replaceFirst("(?s)aGVsbG8=.*", "");
    private static final String TAIL = Messages.document().replaceFirst("(?s).*aGVsbG8=", "");

    @Test
    void readsFortyMegabytesWithAFewOfMemory() {
        PatternStream file = new PatternStream(HEAD, "QUJD".repeat(16) + "\n", BASE64 / 65, TAIL);
        long before = allocated();

        EdxmlDocument document = Readings.document(Readings.read(file));

        assertThat(allocated() - before).isLessThan(16L * 1024 * 1024);
        assertThat(document.attachments().getFirst().content().length()).isEqualTo(BASE64 / 65 * 48);
    }

    @Test
    void readsFortyMegabytesOnOneLine() {
        PatternStream file = new PatternStream(HEAD, "QUJD", BASE64 / 4, TAIL);
        long before = allocated();

        EdxmlDocument document = Readings.document(Readings.read(file));

        assertThat(allocated() - before).isLessThan(16L * 1024 * 1024);
        assertThat(document.attachments().getFirst().content().length()).isEqualTo(BASE64 / 4 * 3);
    }

    @Test
    void opensAnAttachmentOnceAndAsksForPiecesOfItWhileWriting() throws IOException {
        EdxmlDocument sample = Readings.document(Readings.read(Messages.document()));
        PieceStream octets = new PieceStream(8L * 1024 * 1024);
        new WoodstoxEdxmlWriter()
                .write(
                        new EdxmlDraft(
                                sample.header(),
                                sample.traceHeaderList(),
                                List.of(new OutgoingAttachment("1", "a.pdf", "", "application/pdf", () -> octets))),
                        OutputStream.nullOutputStream());

        assertThat(octets.longestPiece).isLessThanOrEqualTo(64 * 1024);
        assertThat(octets.left).isZero();
        assertThat(octets.closed).isTrue();
    }

    private static long allocated() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }

    private static final class PieceStream extends InputStream {
        private long left;
        private int longestPiece;
        private boolean closed;

        PieceStream(long length) {
            this.left = length;
        }

        @Override
        public int read() {
            throw new AssertionError("octet by octet");
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            longestPiece = Math.max(longestPiece, length);
            int count = (int) Math.min(length, left);
            left -= count;
            return count == 0 ? -1 : count;
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
