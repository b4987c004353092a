/** Deadlines, their reports, rules and calendar. Imports rest.access, rest.http, application and domain. */
@NullMarked
package vn.lienthong.exchange.boundary.rest.deadlines;

import org.jspecify.annotations.NullMarked;
