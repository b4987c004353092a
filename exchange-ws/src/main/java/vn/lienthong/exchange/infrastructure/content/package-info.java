/** Documents as files. Imports domain.content. */
@NullMarked
package vn.lienthong.exchange.infrastructure.content;

import org.jspecify.annotations.NullMarked;
