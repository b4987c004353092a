/**
 * XAdES enveloped in the XML that it signs, written without a tree: the document streams by and its own octets stay as they
 * are. What is not plain goes to DSS. May import {@code sign}, {@code sign.baseline}, {@code sign.dss}, {@code algorithm},
 * {@code cms}, {@code timestamp}, {@code token}.
 */
@NullMarked
package vn.lienthong.signer.sign.xades;

import org.jspecify.annotations.NullMarked;
