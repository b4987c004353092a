/** How officials come to their factors, and how these are checked. Imports application.capacity and domain. */
@NullMarked
package vn.lienthong.exchange.application.solecontrol;

import org.jspecify.annotations.NullMarked;
