/**
 * The visible signature of an official and the visible seal of an agency, as Decree 30/2020/NĐ-CP lays them down: what
 * is drawn and where. Knows nothing of cryptography; may import {@code algorithm} for octets, and PDFBox to read pages.
 */
@NullMarked
package vn.lienthong.signer.seal;

import org.jspecify.annotations.NullMarked;
