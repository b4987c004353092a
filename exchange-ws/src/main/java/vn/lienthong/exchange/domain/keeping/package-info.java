/** Signed files in the server's care: what they are, and the port of their records. Imports domain packages only. */
@NullMarked
package vn.lienthong.exchange.domain.keeping;

import org.jspecify.annotations.NullMarked;
