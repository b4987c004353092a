/** Speaks VXP to other exchanges, as any document-management system does. */
@NullMarked
package vn.lienthong.exchange.infrastructure.relay;

import org.jspecify.annotations.NullMarked;
