/** Use cases of validation, over the signer library. Imports domain and vn.lienthong.signer. */
@NullMarked
package vn.lienthong.exchange.application.verification;

import org.jspecify.annotations.NullMarked;
