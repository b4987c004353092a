/** One transaction over all records: the port that the use cases work through. */
@NullMarked
package vn.lienthong.exchange.domain.ledger;

import org.jspecify.annotations.NullMarked;
