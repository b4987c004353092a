/** Secrets encrypted at rest. Imports domain.account. */
@NullMarked
package vn.lienthong.exchange.infrastructure.vault;

import org.jspecify.annotations.NullMarked;
