package vn.lienthong.exchange.boundary.rest.direct;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import vn.lienthong.exchange.domain.account.Caller;

/**
 * An operation of a resource, answered without JAX-RS. It is described by its resource alone: what that says of path, media
 * types and roles holds here too. Thread-safe.
 */
public interface DirectOperation {
    /** Has the one method for POST that this stands for. */
    Class<?> resource();

    /**
     * The request is answered as the resource would answer it.
     *
     * @param caller has a role that the operation needs
     * @throws IOException and whatever a resource may throw: it becomes the same problem
     */
    void answer(Caller caller, HttpServletRequest request, HttpServletResponse response) throws IOException;
}
