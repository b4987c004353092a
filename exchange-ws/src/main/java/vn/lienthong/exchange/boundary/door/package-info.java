/** How long and how many: every body that is read and every answer that is written, on each protocol, keeps a thread only at a pace and for a time. Imports application.capacity and domain.failure. */
@NullMarked
package vn.lienthong.exchange.boundary.door;

import org.jspecify.annotations.NullMarked;
