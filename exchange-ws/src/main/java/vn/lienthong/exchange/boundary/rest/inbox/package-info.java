/** The mailbox: leases, confirmations. Imports rest.access, rest.http, rest.json, application and domain. */
@NullMarked
package vn.lienthong.exchange.boundary.rest.inbox;

import org.jspecify.annotations.NullMarked;
