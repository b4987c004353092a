package vn.lienthong.exchange.infrastructure.content;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import vn.lienthong.exchange.domain.content.ContentDamagedException;
import vn.lienthong.exchange.domain.content.ContentRef;
import vn.lienthong.exchange.domain.content.Sha256Digest;

/** Gives stored octets out, and withholds the last of them if they are not the ones that were stored. */
final class VerifyingInputStream extends FilterInputStream {
    private final ContentRef ref;
    private final MessageDigest digest;
    private long left;

    VerifyingInputStream(InputStream in, ContentRef ref) {
        super(in);
        this.ref = ref;
        this.left = ref.length();
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int count) throws IOException {
        if (left == 0 || count == 0) {
            return left == 0 ? -1 : 0;
        }
        int read = super.in.read(into, offset, (int) Math.min(count, left));
        if (read < 0) {
            throw new ContentDamagedException(ref);
        }
        digest.update(into, offset, read);
        left -= read;
        if (left == 0 && !Sha256Digest.of(digest.digest()).equals(ref.digest())) {
            throw new ContentDamagedException(ref);
        }
        return read;
    }

    @Override
    public long skip(long count) throws IOException {
        long skipped = 0;
        byte[] passed = new byte[8192];
        while (skipped < count) {
            int read = read(passed, 0, (int) Math.min(passed.length, count - skipped));
            if (read < 0) {
                break;
            }
            skipped += read;
        }
        return skipped;
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
