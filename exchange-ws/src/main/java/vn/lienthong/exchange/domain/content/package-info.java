/** Documents as octets under their digest: the port of the content store. Imports nothing of the project. */
@NullMarked
package vn.lienthong.exchange.domain.content;

import org.jspecify.annotations.NullMarked;
