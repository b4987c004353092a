/** What the signatures of a JWS in JSON leave open, read strictly. Imports nothing of ours. */
@NullMarked
package vn.lienthong.signer.validate.jws;

import org.jspecify.annotations.NullMarked;
