/** What receivers can take. Imports rest.access, rest.http, rest.json, application.capability and domain. */
@NullMarked
package vn.lienthong.exchange.boundary.rest.capabilities;

import org.jspecify.annotations.NullMarked;
