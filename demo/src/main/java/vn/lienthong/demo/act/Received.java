package vn.lienthong.demo.act;

import java.nio.file.Path;

/**
 * A PDF that was taken out of a received message.
 *
 * @param unchanged whether it is the one that the sender put in
 */
record Received(Path pdf, boolean unchanged) {}
