/** Many documents signed by one request: what a batch is, and the port of its records. Imports domain packages only. */
@NullMarked
package vn.lienthong.exchange.domain.batch;

import org.jspecify.annotations.NullMarked;
