package vn.lienthong.exchange.infrastructure.edxml;

import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import vn.lienthong.exchange.domain.content.ContentRef;
import vn.lienthong.exchange.domain.content.Sha256Digest;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.Finding;

/**
 * Decodes base64 that arrives in pieces, white space between any two characters, and hashes what comes out.
 *
 * <p>Source: RFC 4648 §4, with the line breaks of RFC 2045 §6.8.
 */
final class Base64Octets {
    private static final int CHARACTERS = 16 * 1024;

    private final byte[] characters = new byte[CHARACTERS];
    private final byte[] octets = new byte[CHARACTERS / 4 * 3];
    private final MessageDigest digest = sha256();
    private final int index;
    private final OutputStream sink;
    private int filled;
    private long length;
    private boolean ended;

    /** For the attachment of that index, counted from 0. */
    Base64Octets(int index, OutputStream sink) {
        this.index = index;
        this.sink = sink;
    }

    /** @throws EdxmlRefusal if this is no base64 */
    void accept(char[] text, int start, int count) throws IOException, EdxmlRefusal {
        for (int i = start; i < start + count; i++) {
            char c = text[i];
            if (c == ' ' || c == '\n' || c == '\r' || c == '\t') {
                continue;
            }
            if (c > 0x7f) {
                throw refused("holds a character outside the base64 alphabet");
            }
            characters[filled++] = (byte) c;
            if (filled == CHARACTERS) {
                decode(characters);
            }
        }
    }

    /** @throws EdxmlRefusal if the last group is incomplete */
    ContentRef finish() throws IOException, EdxmlRefusal {
        if (filled > 0) {
            decode(Arrays.copyOf(characters, filled));
        }
        return new ContentRef(Sha256Digest.of(digest.digest()), length);
    }

    EdxmlRefusal refused(String detail) {
        return new EdxmlRefusal(
                FailureCode.EDXML_ATTACHMENT_INVALID,
                Integer.toString(index + 1),
                new Finding("M.AttachmentEncoded.Attachment.ContentTransferEncoded", detail));
    }

    private void decode(byte[] groups) throws IOException, EdxmlRefusal {
        if (ended) {
            throw refused("goes on behind its padding");
        }
        int count = decoded(groups);
        ended = count < groups.length / 4 * 3 || groups.length % 4 != 0;
        digest.update(octets, 0, count);
        sink.write(octets, 0, count);
        length += count;
        filled = 0;
    }

    private int decoded(byte[] groups) throws EdxmlRefusal {
        try {
            return Base64.getDecoder().decode(groups, octets);
        } catch (IllegalArgumentException e) {
            throw refused("is not base64");
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
