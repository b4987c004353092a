/** Use cases around deliveries that fail: what was tried, and restoring. Imports application.delivery and domain. */
@NullMarked
package vn.lienthong.exchange.application.setaside;

import org.jspecify.annotations.NullMarked;
