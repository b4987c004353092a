/** Passkeys judged by WebAuthn4J. Imports domain.solecontrol. */
@NullMarked
package vn.lienthong.exchange.infrastructure.webauthn;

import org.jspecify.annotations.NullMarked;
