/**
 * Use cases of signing with a key that its owner alone has, in two steps over the signer library. Imports application.signing,
 * application.capacity, domain and vn.lienthong.signer.
 */
@NullMarked
package vn.lienthong.exchange.application.twostep;

import org.jspecify.annotations.NullMarked;
