/** Use cases of proof: sealing the audit log, receipts and evidence files. Imports domain and vn.lienthong.signer. */
@NullMarked
package vn.lienthong.exchange.application.receipt;

import org.jspecify.annotations.NullMarked;
