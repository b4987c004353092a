/** Sending, and what became of what was sent. Imports rest.access, rest.http, rest.json, application and domain. */
@NullMarked
package vn.lienthong.exchange.boundary.rest.dispatches;

import org.jspecify.annotations.NullMarked;
