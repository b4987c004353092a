/**
 * PAdES: signatures in PDF, by EU DSS and PDFBox. May import {@code cms}, DSS and PDFBox besides what {@code sign} may.
 */
@NullMarked
package vn.lienthong.signer.sign.pades;

import org.jspecify.annotations.NullMarked;
