/** Certificates, revocation lists and their authorities. Imports {@code hsm.files} for where they are kept. */
@NullMarked
package vn.lienthong.hsm.pki;

import org.jspecify.annotations.NullMarked;
