/** How much is done at once. Imports domain.failure only. */
@NullMarked
package vn.lienthong.exchange.application.capacity;

import org.jspecify.annotations.NullMarked;
