/** The directory of agencies. Imports rest.access, rest.http, rest.json, application and domain. */
@NullMarked
package vn.lienthong.exchange.boundary.rest.agencies;

import org.jspecify.annotations.NullMarked;
