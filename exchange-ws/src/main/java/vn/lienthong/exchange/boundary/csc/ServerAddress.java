package vn.lienthong.exchange.boundary.csc;

import jakarta.servlet.http.HttpServletRequest;

/** How clients reach this server. */
public final class ServerAddress {
    private ServerAddress() {}

    /** The public address of the server, where one is set: the request says so then. Without a slash at its end. */
    public static String of(HttpServletRequest request) {
        int port = request.getServerPort();
        boolean usual = port == (request.getScheme().equals("https") ? 443 : 80);
        return request.getScheme() + "://" + request.getServerName() + (usual ? "" : ":" + port);
    }
}
