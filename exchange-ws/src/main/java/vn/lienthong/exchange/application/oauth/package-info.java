/** What officials let applications do, and how these prove it. Source: RFC 6749, 7636, 7009, 9126, 9700. Imports domain. */
@NullMarked
package vn.lienthong.exchange.application.oauth;

import org.jspecify.annotations.NullMarked;
