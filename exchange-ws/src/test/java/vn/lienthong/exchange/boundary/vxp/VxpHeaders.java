package vn.lienthong.exchange.boundary.vxp;

import java.io.IOException;
import java.util.Map;

/** Headers of VXP requests to the server that the container tests share, for tests of what is common to all doors. */
public final class VxpHeaders {
    private VxpHeaders() {}

    /** Of a {@code sendEdoc} that Bắc Kạn's system has rightly signed. */
    public static Map<String, String> ofSendEdoc() throws IOException {
        return new SignedPost(new byte[] {1, 2, 3}).headers();
    }
}
