package vn.lienthong.exchange.boundary.rest.uploads;

import jakarta.enterprise.context.Dependent;
import jakarta.ws.rs.NameBinding;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Every answer of an upload names the protocol, failures too. Source: tus 1.0.0, "Tus-Resumable". */
@Provider
@Dependent
@TusResponse.Tus
public class TusResponse implements ContainerResponseFilter {
    static final String RESUMABLE = "Tus-Resumable";
    static final String VERSION = "1.0.0";

    /** What speaks tus. */
    @NameBinding
    @Retention(RetentionPolicy.RUNTIME)
    @Target({ElementType.TYPE, ElementType.METHOD})
    @interface Tus {}

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        response.getHeaders().putSingle(RESUMABLE, VERSION);
        response.getHeaders().putSingle("Tus-Version", VERSION);
        response.getHeaders().putSingle("Cache-Control", "no-store");
    }
}
