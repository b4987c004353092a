package vn.lienthong.exchange.application.delivery;

import java.io.IOException;
import java.io.InputStream;
import vn.lienthong.exchange.domain.dispatch.Dispatch;

/**
 * A message whose octets the caller may read.
 *
 * @param body the edXML octets exactly as they were sent, {@code dispatch.content().length()} of them; the last read
 *     throws {@code ContentDamagedException} if the disk changed them
 */
public record FetchedContent(Dispatch dispatch, InputStream body) implements AutoCloseable {
    @Override
    public void close() throws IOException {
        body.close();
    }
}
