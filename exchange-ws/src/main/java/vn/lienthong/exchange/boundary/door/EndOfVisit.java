package vn.lienthong.exchange.boundary.door;

import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;

/** Runs once what has to be done when an answer that came later is complete. */
record EndOfVisit(Runnable end) implements AsyncListener {
    @Override
    public void onComplete(AsyncEvent event) {
        end.run();
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        // the container completes it
    }

    @Override
    public void onError(AsyncEvent event) {
        // the container completes it
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
        event.getAsyncContext().addListener(this);
    }
}
