/** What is written down of every deed: append-only audit entries and the sealed batches over them. */
@NullMarked
package vn.lienthong.exchange.domain.audit;

import org.jspecify.annotations.NullMarked;
