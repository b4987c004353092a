/** The texts that callers read, in Vietnamese and English, for every protocol. Imports domain.failure and vn.lienthong.signer.text. */
@NullMarked
package vn.lienthong.exchange.boundary.text;

import org.jspecify.annotations.NullMarked;
