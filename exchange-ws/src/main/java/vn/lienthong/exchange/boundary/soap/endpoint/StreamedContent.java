package vn.lienthong.exchange.boundary.soap.endpoint;

import jakarta.activation.DataSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Octets that are read once, while the answer is written. */
record StreamedContent(InputStream body) implements DataSource {
    @Override
    public InputStream getInputStream() {
        return body;
    }

    @Override
    public OutputStream getOutputStream() throws IOException {
        throw new IOException("a document that was stored does not change");
    }

    @Override
    public String getContentType() {
        return "application/octet-stream";
    }

    @Override
    public String getName() {
        return "document.edxml";
    }
}
