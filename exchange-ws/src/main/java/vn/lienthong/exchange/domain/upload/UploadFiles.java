package vn.lienthong.exchange.domain.upload;

import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;

/** The octets of what is on its way in, where every node finds them. Thread-safe for different uploads. */
public interface UploadFiles {

    /** A writer behind the first {@code offset} octets; what was behind them, and never promised, is gone. */
    Writer open(UUID id, long offset) throws IOException;

    InputStream read(UUID id) throws IOException;

    /** Nothing is left of it; harmless where there was nothing. */
    void delete(UUID id);

    /** Of one thread. */
    interface Writer extends AutoCloseable {
        void write(byte[] octets, int length) throws IOException;

        /** All that was written is on stable storage. */
        void force() throws IOException;

        /** Only so many octets are left, on stable storage. */
        void cut(long length) throws IOException;

        @Override
        void close() throws IOException;
    }
}
