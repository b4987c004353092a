/** Everything that can go wrong, each with its stable code. Imports nothing of the project. */
@NullMarked
package vn.lienthong.exchange.domain.failure;

import org.jspecify.annotations.NullMarked;
