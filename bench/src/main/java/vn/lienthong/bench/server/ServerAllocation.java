package vn.lienthong.bench.server;

import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import javax.management.JMException;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;
import org.jspecify.annotations.Nullable;
import vn.lienthong.bench.measure.AllocationClock;

/**
 * What the server's threads have taken from its heap, as its Java machine tells over a management connection that is
 * opened once, on the loopback address; nothing where it does not answer.
 */
final class ServerAllocation implements AllocationClock {
    private static final String COUNTER = "TotalThreadAllocatedBytes";

    private final @Nullable MBeanServerConnection server;

    private ServerAllocation(@Nullable MBeanServerConnection server) {
        this.server = server;
    }

    /** Kept open until this process ends. A process that is no Java machine is left alone: attaching sends a signal. */
    static ServerAllocation of(long pid) {
        try {
            if (!Files.readString(Path.of("/proc", Long.toString(pid), "comm"))
                    .strip()
                    .equals("java")) {
                return new ServerAllocation(null);
            }
            VirtualMachine machine = VirtualMachine.attach(Long.toString(pid));
            try {
                return new ServerAllocation(connection(machine.startLocalManagementAgent()));
            } finally {
                machine.detach();
            }
        } catch (IOException | AttachNotSupportedException e) {
            return new ServerAllocation(null);
        }
    }

    // The address comes from the machine that was attached to, and names a port of the loopback address.
    @SuppressWarnings("BanJNDI")
    private static MBeanServerConnection connection(String address) throws IOException {
        return JMXConnectorFactory.connect(new JMXServiceURL(address)).getMBeanServerConnection();
    }

    @Override
    public OptionalLong allocated() {
        try {
            return server != null
                            && server.getAttribute(new ObjectName("java.lang:type=Threading"), COUNTER)
                                    instanceof Long octets
                    ? OptionalLong.of(octets)
                    : OptionalLong.empty();
        } catch (IOException | JMException e) {
            return OptionalLong.empty();
        }
    }
}
