package vn.lienthong.exchange.boundary.csc.oauth;

import io.nayuki.qrcodegen.QrCode;

/**
 * A QR code as part of a page: one path, so neither a picture that is fetched nor a script. Pure functions.
 *
 * <p>Source: ISO/IEC 18004; the quiet zone of four modules is of §6.3.8.
 */
final class QrSvg {
    private static final int QUIET = 4;

    private QrSvg() {}

    /** @param text what a camera reads out of it: a few hundred characters at most */
    static String of(String text) {
        QrCode code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
        int size = code.size + 2 * QUIET;
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    path.append('M')
                            .append(x + QUIET)
                            .append(' ')
                            .append(y + QUIET)
                            .append("h1v1h-1z");
                }
            }
        }
        return "<svg class=\"qr\" role=\"img\" viewBox=\"0 0 " + size + " " + size
                + "\" width=\"280\" height=\"280\" shape-rendering=\"crispEdges\"><rect width=\"" + size
                + "\" height=\"" + size + "\" fill=\"#ffffff\"/><path fill=\"#000000\" d=\"" + path + "\"/></svg>\n";
    }
}
