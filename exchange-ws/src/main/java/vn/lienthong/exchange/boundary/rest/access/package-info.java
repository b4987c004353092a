/** Who calls the REST API and whether they may. Imports domain only. */
@NullMarked
package vn.lienthong.exchange.boundary.rest.access;

import org.jspecify.annotations.NullMarked;
