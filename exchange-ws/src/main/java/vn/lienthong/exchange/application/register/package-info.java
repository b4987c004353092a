/** The use cases of registers: numbers, cancelling, completing, printing, closing. Imports domain and other use cases. */
@NullMarked
package vn.lienthong.exchange.application.register;

import org.jspecify.annotations.NullMarked;
