package vn.lienthong.signer.pdf;

import java.io.IOException;

/** Octets at positions; -1 behind the end. Not thread-safe. */
interface Octets {

    int at(long position) throws IOException;

    long length();

    /** Octets in memory. */
    static Octets of(byte[] octets) {
        return new Octets() {
            @Override
            public int at(long position) {
                return position >= 0 && position < octets.length ? octets[(int) position] & 0xff : -1;
            }

            @Override
            public long length() {
                return octets.length;
            }
        };
    }
}
