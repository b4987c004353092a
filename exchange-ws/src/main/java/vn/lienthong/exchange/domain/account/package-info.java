/** Who calls: systems and people, what they may do, and for which agencies. */
@NullMarked
package vn.lienthong.exchange.domain.account;

import org.jspecify.annotations.NullMarked;
