/** What is to exist, as pure data, and the steps that bring it about. Imports {@code hsm.files}, {@code hsm.pki} and {@code hsm.token}. */
@NullMarked
package vn.lienthong.hsm.ceremony;

import org.jspecify.annotations.NullMarked;
