/** Signed files in the server's care. Imports application.keeping and the other parts of the REST boundary. */
@NullMarked
package vn.lienthong.exchange.boundary.rest.keeping;

import org.jspecify.annotations.NullMarked;
