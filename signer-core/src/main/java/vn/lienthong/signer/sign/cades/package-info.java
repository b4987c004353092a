/**
 * CAdES: CMS signatures over octets and files of any kind, by this library's own CMS. May import {@code cms} and {@code
 * sign.baseline} besides what {@code sign} may.
 */
@NullMarked
package vn.lienthong.signer.sign.cades;

import org.jspecify.annotations.NullMarked;
