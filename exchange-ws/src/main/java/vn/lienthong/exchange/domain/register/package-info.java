/** The registers of outgoing and incoming documents: numbers, entries, closing. Imports other packages of the domain. */
@NullMarked
package vn.lienthong.exchange.domain.register;

import org.jspecify.annotations.NullMarked;
