/**
 * The steps that CAdES and PAdES baseline signatures share: a CMS signature at level B or T, and files that are digested as
 * they pass. May import {@code sign}, {@code cms}, {@code timestamp}, {@code token} and {@code algorithm}.
 */
@NullMarked
package vn.lienthong.signer.sign.baseline;

import org.jspecify.annotations.NullMarked;
