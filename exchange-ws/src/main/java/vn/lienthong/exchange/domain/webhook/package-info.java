/** Addresses of agencies' systems that are told of events, and the telling. Imports domain.account, domain.agency, domain.event. */
@NullMarked
package vn.lienthong.exchange.domain.webhook;

import org.jspecify.annotations.NullMarked;
