package vn.lienthong.exchange.boundary.vxp;

import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;

/** Has the operations of VXP answer under the operator's own path too, before the first request. */
@WebListener
public class VxpPathListener implements ServletContextListener {
    private final VxpPath path;

    @Inject
    public VxpPathListener(VxpPath path) {
        this.path = path;
    }

    @Override
    public void contextInitialized(ServletContextEvent event) {
        if (path.prefix().isEmpty()) {
            return;
        }
        boolean taken = !event.getServletContext()
                .getServletRegistration(VxpServlet.NAME)
                .addMapping(path.prefix() + "/*")
                .isEmpty();
        if (taken) {
            throw new IllegalStateException("something else is served under " + path.prefix());
        }
    }
}
