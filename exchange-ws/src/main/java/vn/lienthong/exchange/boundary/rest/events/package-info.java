/** The feed. Imports rest.access, rest.http, rest.json, application.event and domain. */
@NullMarked
package vn.lienthong.exchange.boundary.rest.events;

import org.jspecify.annotations.NullMarked;
