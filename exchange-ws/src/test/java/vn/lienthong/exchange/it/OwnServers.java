package vn.lienthong.exchange.it;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A state folder and a database of a test's own, with servers that the test starts and kills. While the test runs, whatever
 * asks for the server that the container tests share finds the first one of these.
 */
public final class OwnServers implements BeforeEachCallback, AfterEachCallback {
    private static final String OFFSET = "lienthong.it.port-offset";
    private static final String STATE = "lienthong.it.state";
    private static final String HEAP = "512m";

    private final Map<String, String> before = new HashMap<>();
    private final String folder;
    private final int beyond;
    private int offset;
    private int databasePort;
    private TestState state;

    /** @param beyond how far their ports lie beyond those of the shared server; tests of one run each have their own */
    public OwnServers(String folder, int beyond) {
        this.folder = folder;
        this.beyond = beyond;
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        offset = Integer.getInteger(OFFSET) + beyond;
        databasePort = Integer.getInteger("lienthong.it.db-port") + beyond;
        state = TestState.fresh(folder).withDatabase(databasePort);
        set(OFFSET, Integer.toString(offset));
        set(STATE, state.folder().toString());
    }

    @Override
    public void afterEach(ExtensionContext context) {
        before.forEach(System::setProperty);
        if (state != null) {
            state.stopDatabase();
        }
    }

    /** The one server of the folder answers. */
    public ServerProcess start() {
        return ServerProcess.start(state, offset, databasePort, HEAP);
    }

    /**
     * One of several on the same database answers.
     *
     * @param number 0 for the first
     */
    public ServerProcess startNode(int number) {
        return ServerProcess.startNode(state, offset + number, databasePort, HEAP, "node" + (number + 1), Map.of());
    }

    public String databaseUrl() {
        return "jdbc:postgresql://127.0.0.1:" + databasePort + "/lienthong";
    }

    private void set(String property, String value) {
        before.putIfAbsent(property, System.getProperty(property));
        System.setProperty(property, value);
    }
}
