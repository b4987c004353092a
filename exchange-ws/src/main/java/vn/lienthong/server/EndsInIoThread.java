package vn.lienthong.server;

import io.undertow.server.ExchangeCompletionListener.NextListener;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import java.util.concurrent.RejectedExecutionException;

/**
 * The last step of an exchange, which has its connection wait for the next request, is taken by the connection's I/O thread.
 *
 * <p>A worker that takes it wakes the I/O thread in the midst of it; where the client's next request is there already, that
 * thread then spins until the worker has finished, and on a busy processor it has taken the worker's place: of a small
 * request's processor time this was a fifth (docs/adr/0041).
 */
public final class EndsInIoThread implements HttpHandler {
    private final HttpHandler next;

    /** The container calls it by this signature. */
    public EndsInIoThread(HttpHandler next) {
        this.next = next;
    }

    /** @throws Exception as the interface has it: whatever the next handler throws */
    @Override
    public void handleRequest(HttpServerExchange exchange) throws Exception {
        exchange.addExchangeCompleteListener(EndsInIoThread::end);
        next.handleRequest(exchange);
    }

    private static void end(HttpServerExchange exchange, NextListener connection) {
        if (exchange.isInIoThread()) {
            connection.proceed();
            return;
        }
        try {
            exchange.getIoThread().execute(connection::proceed);
        } catch (RejectedExecutionException e) {
            // the server is stopping
            connection.proceed();
        }
    }
}
