/** Use cases of sending. Imports domain only. */
@NullMarked
package vn.lienthong.exchange.application.dispatch;

import org.jspecify.annotations.NullMarked;
