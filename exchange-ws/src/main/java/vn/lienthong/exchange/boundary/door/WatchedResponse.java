package vn.lienthong.exchange.boundary.door;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** An answer that is written under watch. */
final class WatchedResponse extends HttpServletResponseWrapper {
    private final Visit visit;
    private @Nullable ServletOutputStream body;
    private @Nullable PrintWriter writer;

    WatchedResponse(HttpServletResponse response, Visit visit) {
        super(response);
        this.visit = visit;
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
        ServletOutputStream watched = body;
        if (watched == null) {
            watched = new WatchedOutput(super.getOutputStream(), visit);
            body = watched;
        }
        return watched;
    }

    @Override
    public PrintWriter getWriter() throws IOException {
        PrintWriter watched = writer;
        if (watched == null) {
            watched = new PrintWriter(new OutputStreamWriter(getOutputStream(), StandardCharsets.UTF_8));
            writer = watched;
        }
        return watched;
    }

    @Override
    public void flushBuffer() throws IOException {
        visit.write(0, () -> {
            super.flushBuffer();
            return 0;
        });
    }

    /** What is still held back of the answer goes out, before the container would send it without watch. */
    void finish() throws IOException {
        if (writer != null) {
            writer.flush();
        }
        if (body != null) {
            body.close();
        }
    }
}
