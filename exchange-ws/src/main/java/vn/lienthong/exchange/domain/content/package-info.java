/** Documents as octets under their digest: the port of the content store. Imports domain.failure only. */
@NullMarked
package vn.lienthong.exchange.domain.content;

import org.jspecify.annotations.NullMarked;
