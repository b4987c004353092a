/** One dispatch on its way to one recipient: transport states, leases, business statuses. */
@NullMarked
package vn.lienthong.exchange.domain.delivery;

import org.jspecify.annotations.NullMarked;
