/** What the application needs of the signer library: keys, tokens, timestamps. Imports domain and vn.lienthong.signer. */
@NullMarked
package vn.lienthong.exchange.infrastructure.signer;

import org.jspecify.annotations.NullMarked;
