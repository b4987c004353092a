/**
 * Where revocation data comes from: files, and the network within strict limits. Addresses come from certificates that
 * strangers upload, so a fetch never reaches the internal network. Imports nothing of the project but
 * what lets DSS work.
 */
@NullMarked
package vn.lienthong.signer.revocation;

import org.jspecify.annotations.NullMarked;
