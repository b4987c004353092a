package vn.lienthong.exchange.domain.content;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.MessageDigest;

/**
 * Content-addressed storage: equal octets are stored once, and nothing that is stored ever changes.
 *
 * <p>Thread-safe. No method holds a whole document in memory.
 */
public interface ContentStore {

    /**
     * The body was read to its end into a private staging file while its digest was taken; nothing refers to it yet.
     *
     * @param limit the most octets that are accepted; one more ends in {@link ContentTooLargeException}
     * @throws ContentTooLargeException if the body is longer than {@code limit}
     * @throws DigestMismatchException if the octets are not the declared ones
     * @throws BodyBrokenException if reading the body fails
     * @throws StorageFullException if there is no room for it
     * @throws IOException if the disk fails in another way; after any exception nothing is left
     */
    Staged stage(InputStream body, long limit, DeclaredBody declared) throws IOException;

    /**
     * The stored octets, whose digest is checked while they are read: reading past the last octet throws
     * {@link ContentDamagedException} when they are not what was stored.
     *
     * @throws ContentMissingException if nothing is stored under that digest
     */
    InputStream open(ContentRef ref) throws IOException;

    /** Octets received and not yet kept. */
    interface Staged extends AutoCloseable {
        ContentRef ref();

        /** The staging file, for readers of its header; never to be written to while it may still be kept. */
        Path file();

        /** A SHA-256 that has taken in the octets and takes in what may follow them; a new one each time. */
        MessageDigest sha256();

        /**
         * The octets are on stable storage (file and folder forced) under their digest. Safe to repeat, and when the
         * same octets are stored already; repeated, it puts them back if they were swept away in between.
         */
        void keep() throws IOException;

        /** The staging file is gone, unless it was kept. */
        @Override
        void close();
    }
}
