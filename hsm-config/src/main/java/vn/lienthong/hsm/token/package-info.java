/** The token of a demo: its folder, its first initialisation and the key pairs in it. Imports {@code hsm.files} and signer-core. */
@NullMarked
package vn.lienthong.hsm.token;

import org.jspecify.annotations.NullMarked;
