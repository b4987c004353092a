/** Who calls the REST API and whether they may. Imports boundary.door, application.capacity, application.directory and domain. */
@NullMarked
package vn.lienthong.exchange.boundary.rest.access;

import org.jspecify.annotations.NullMarked;
