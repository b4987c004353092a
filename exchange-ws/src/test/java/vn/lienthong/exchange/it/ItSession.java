package vn.lienthong.exchange.it;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Makes the state folder and the database before the container of the tests starts, and stops the database at the end.
 * Only the integration tests set the property that it looks at.
 */
public final class ItSession implements LauncherSessionListener {
    private @Nullable TestState state;

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        String folder = System.getProperty("lienthong.it.state");
        if (folder != null) {
            // arquillian.xml can name a property and add no numbers.
            int offset = Integer.getInteger("lienthong.it.port-offset");
            System.setProperty("lienthong.it.management-port", Integer.toString(9990 + offset));
            state = TestState.fresh(Path.of(folder))
                    .with("vxp-extra-path", "/LGSP/adapter")
                    .withDatabase(Integer.getInteger("lienthong.it.db-port"));
        }
    }

    @Override
    public void launcherSessionClosed(LauncherSession session) {
        if (state != null) {
            state.stopDatabase();
        }
    }
}
