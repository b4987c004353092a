package vn.lienthong.exchange.infrastructure.content;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import vn.lienthong.exchange.domain.content.ContentRef;
import vn.lienthong.exchange.domain.content.Sha256Digest;

/**
 * SHA-256 of everything, and of everything but a last CR LF, in one pass: the last two octets are held back until more
 * come.
 */
final class TailDigest {
    static final int CRLF = 2;

    private final MessageDigest beforeTail;
    private final byte[] tail = new byte[CRLF];
    private int held;
    private long length;

    TailDigest() {
        try {
            beforeTail = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    void update(byte[] octets, int count) {
        length += count;
        if (count >= CRLF) {
            beforeTail.update(tail, 0, held);
            beforeTail.update(octets, 0, count - CRLF);
            System.arraycopy(octets, count - CRLF, tail, 0, CRLF);
            held = CRLF;
            return;
        }
        for (int i = 0; i < count; i++) {
            if (held == CRLF) {
                beforeTail.update(tail[0]);
                tail[0] = tail[1];
                held--;
            }
            tail[held++] = octets[i];
        }
    }

    long length() {
        return length;
    }

    boolean endsWithCrlf() {
        return held == CRLF && tail[0] == '\r' && tail[1] == '\n';
    }

    Received whole() {
        MessageDigest digest = copy(beforeTail);
        digest.update(tail, 0, held);
        return new Received(digest, length);
    }

    Received withoutCrlf() {
        return new Received(copy(beforeTail), length - CRLF);
    }

    /**
     * Octets that came.
     *
     * @param running has taken in all of them; nobody continues it, but copies of it
     */
    record Received(ContentRef ref, MessageDigest running) {
        private Received(MessageDigest running, long length) {
            this(new ContentRef(Sha256Digest.of(copy(running).digest()), length), running);
        }
    }

    static MessageDigest copy(MessageDigest digest) {
        try {
            return (MessageDigest) digest.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("the JDK's SHA-256 can be cloned", e);
        }
    }
}
