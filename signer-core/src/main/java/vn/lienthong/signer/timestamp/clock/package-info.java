/**
 * Whether the clock that timestamps are signed by is right: asked of time servers, and remembered across a restart. May import
 * {@code timestamp}.
 */
@NullMarked
package vn.lienthong.signer.timestamp.clock;

import org.jspecify.annotations.NullMarked;
