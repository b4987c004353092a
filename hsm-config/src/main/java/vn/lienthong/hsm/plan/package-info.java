/**
 * What a reviewed ceremony file says, as immutable records: read, and refused with one sentence, before any device is asked.
 * Imports {@code hsm.pki} and signer-core.
 */
@NullMarked
package vn.lienthong.hsm.plan;

import org.jspecify.annotations.NullMarked;
