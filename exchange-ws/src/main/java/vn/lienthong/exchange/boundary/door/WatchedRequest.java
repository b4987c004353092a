package vn.lienthong.exchange.boundary.door;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A request whose body is read under watch, and in no other way. */
final class WatchedRequest extends HttpServletRequestWrapper {
    private final Visit visit;
    private @Nullable ServletInputStream body;

    WatchedRequest(HttpServletRequest request, Visit visit) {
        super(request);
        this.visit = visit;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        ServletInputStream watched = body;
        if (watched == null) {
            watched = new WatchedInput(super.getInputStream(), visit);
            body = watched;
        }
        return watched;
    }

    @Override
    public AsyncContext startAsync() {
        return goesOn(super.startAsync());
    }

    @Override
    public AsyncContext startAsync(ServletRequest request, ServletResponse response) {
        return goesOn(super.startAsync(request, response));
    }

    private AsyncContext goesOn(AsyncContext context) {
        context.addListener(visit.later());
        return context;
    }

    @Override
    public BufferedReader getReader() throws IOException {
        return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
    }
}
