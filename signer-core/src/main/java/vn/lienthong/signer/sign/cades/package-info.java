/** CAdES: detached CMS signatures over octets of any kind. May import {@code cms} besides what {@code sign} may. */
@NullMarked
package vn.lienthong.signer.sign.cades;

import org.jspecify.annotations.NullMarked;
