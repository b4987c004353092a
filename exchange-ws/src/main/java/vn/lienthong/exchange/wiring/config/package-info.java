/** The configuration: raw keys in, an immutable record or one sentence of refusal out. Imports java and what vn.lienthong.signer.token knows of tokens. */
@NullMarked
package vn.lienthong.exchange.wiring.config;

import org.jspecify.annotations.NullMarked;
