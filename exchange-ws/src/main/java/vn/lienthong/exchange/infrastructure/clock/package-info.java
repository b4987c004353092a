/** Time and identifiers. Imports domain.ledger. */
@NullMarked
package vn.lienthong.exchange.infrastructure.clock;

import org.jspecify.annotations.NullMarked;
