/** What the server says to others over HTTP by itself, at configured addresses alone. May import {@code domain}. */
@NullMarked
package vn.lienthong.exchange.infrastructure.http;

import org.jspecify.annotations.NullMarked;
