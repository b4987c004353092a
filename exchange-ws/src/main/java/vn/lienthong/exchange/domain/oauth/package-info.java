/** Applications that officials let act for them, and what they were allowed. Source: RFC 6749. Imports domain.account and domain.content. */
@NullMarked
package vn.lienthong.exchange.domain.oauth;

import org.jspecify.annotations.NullMarked;
