/** Use cases of messages that come in pieces. Imports application.dispatch and domain. */
@NullMarked
package vn.lienthong.exchange.application.upload;

import org.jspecify.annotations.NullMarked;
