/** Many documents signed by one request. Imports application.batch and the other parts of the REST boundary. */
@NullMarked
package vn.lienthong.exchange.boundary.rest.batches;

import org.jspecify.annotations.NullMarked;
