/** RFC 3161 over HTTP. Imports application and domain. */
@NullMarked
package vn.lienthong.exchange.boundary.tsa;

import org.jspecify.annotations.NullMarked;
