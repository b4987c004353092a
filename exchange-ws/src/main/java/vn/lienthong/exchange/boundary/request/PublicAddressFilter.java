package vn.lienthong.exchange.boundary.request;

import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;
import java.net.URI;

/** What the server says of its own address, in a WSDL or a Location field, is what the operator has set, not the Host field. */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public final class PublicAddressFilter implements Filter {
    private final PublicAddress address;

    @Inject
    public PublicAddressFilter(PublicAddress address) {
        this.address = address;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        URI base = address.base();
        if (base != null && request instanceof HttpServletRequest http) {
            chain.doFilter(new Addressed(http, base), response);
        } else {
            chain.doFilter(request, response);
        }
    }

    private static final class Addressed extends HttpServletRequestWrapper {
        private final URI base;

        Addressed(HttpServletRequest request, URI base) {
            super(request);
            this.base = base;
        }

        @Override
        public String getScheme() {
            return base.getScheme();
        }

        @Override
        public String getServerName() {
            return base.getHost();
        }

        @Override
        public int getServerPort() {
            return base.getPort() >= 0 ? base.getPort() : "https".equals(base.getScheme()) ? 443 : 80;
        }

        @Override
        public StringBuffer getRequestURL() {
            return new StringBuffer(base.getScheme() + "://" + base.getAuthority() + getRequestURI());
        }
    }
}
