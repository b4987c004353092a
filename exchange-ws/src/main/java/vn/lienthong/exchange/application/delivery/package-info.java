/** Use cases of receiving: mailbox, leases, fetch, confirmations, statuses. Imports domain only. */
@NullMarked
package vn.lienthong.exchange.application.delivery;

import org.jspecify.annotations.NullMarked;
