/**
 * Carries out what {@code hsm.plan} read: rehearses it, does it, and records it. Imports {@code hsm.plan}, {@code hsm.pki},
 * {@code hsm.files} and signer-core.
 */
@NullMarked
package vn.lienthong.hsm.perform;

import org.jspecify.annotations.NullMarked;
