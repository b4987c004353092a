/** Use cases of signing and timestamping, over the signer library. Imports domain and vn.lienthong.signer. */
@NullMarked
package vn.lienthong.exchange.application.signing;

import org.jspecify.annotations.NullMarked;
