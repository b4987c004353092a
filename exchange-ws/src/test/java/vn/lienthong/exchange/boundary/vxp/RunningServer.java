package vn.lienthong.exchange.boundary.vxp;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import javax.net.ssl.SSLContext;

/** The server that the container tests share, seen by the systems of the demonstration's directory. */
final class RunningServer {
    static final String BAC_KAN = "qlvb.bac-kan";
    static final String MINISTRY = "qlvb.bo-khcn";
    static final String CAO_BANG = "qlvb.cao-bang";

    private RunningServer() {}

    static int port() {
        return 8080 + Integer.getInteger("lienthong.it.port-offset");
    }

    static URI adapter() {
        return URI.create("http://127.0.0.1:" + port() + "/XrdAdapter/adapter");
    }

    static String secret(String system) throws IOException {
        Path state = Path.of(System.getProperty("lienthong.it.state"));
        return Files.readString(state.resolve("secrets").resolve(system + ".vxp"))
                .strip();
    }

    static VxpClient client(String system) throws IOException {
        return client(adapter(), system);
    }

    static VxpClient client(URI endpoint, String system) throws IOException {
        try {
            return new VxpClient(endpoint, system, secret(system), SSLContext.getDefault(), Clock.systemUTC());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
