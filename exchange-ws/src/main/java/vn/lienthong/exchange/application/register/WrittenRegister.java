package vn.lienthong.exchange.application.register;

import java.io.IOException;
import java.io.InputStream;
import vn.lienthong.exchange.domain.content.ContentRef;

/** A register on its way to whom asked for it. */
public interface WrittenRegister extends AutoCloseable {

    ContentRef ref();

    /** The octets, once. */
    InputStream open() throws IOException;

    /** What is temporary of it is gone. */
    @Override
    void close();
}
