/** Messages that come in pieces. Imports nothing of the project. */
@NullMarked
package vn.lienthong.exchange.domain.upload;

import org.jspecify.annotations.NullMarked;
