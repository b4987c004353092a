/** The configuration: raw keys in, an immutable record or one sentence of refusal out. Imports java only. */
@NullMarked
package vn.lienthong.exchange.wiring.config;

import org.jspecify.annotations.NullMarked;
