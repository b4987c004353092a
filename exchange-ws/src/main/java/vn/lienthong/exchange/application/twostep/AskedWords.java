package vn.lienthong.exchange.application.twostep;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import vn.lienthong.signer.algorithm.Bytes;

/**
 * What the continuation carries from the first step to the second: who asked, and in which words.
 *
 * @param caller as the audit log names it
 * @param words of the request, as the boundary reads them again
 */
record AskedWords(String caller, Bytes words) {

    /** The length of the name, the name, the words. */
    Bytes encoded() {
        byte[] name = caller.getBytes(StandardCharsets.UTF_8);
        return Bytes.of(ByteBuffer.allocate(Integer.BYTES + name.length + words.length())
                .putInt(name.length)
                .put(name)
                .put(words.toArray())
                .array());
    }

    /** What {@link #encoded()} gave; it was sealed since, so it is nothing else. */
    static AskedWords decoded(Bytes encoded) {
        ByteBuffer octets = ByteBuffer.wrap(encoded.toArray());
        byte[] name = new byte[octets.getInt()];
        octets.get(name);
        byte[] words = new byte[octets.remaining()];
        octets.get(words);
        return new AskedWords(new String(name, StandardCharsets.UTF_8), Bytes.of(words));
    }
}
