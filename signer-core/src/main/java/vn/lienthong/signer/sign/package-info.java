/**
 * Signing a document: the use case, its request and its sealed outcome. Knows no format of its own: {@code sign} never
 * imports {@code sign.pades} or {@code sign.cades}. May import {@code algorithm}, {@code token}, {@code timestamp} and
 * {@code seal}.
 */
@NullMarked
package vn.lienthong.signer.sign;

import org.jspecify.annotations.NullMarked;
