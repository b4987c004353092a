/** The command that verifies a file offline. Printing is its job. Imports {@code evidence}, {@code validate} and their parts. */
@NullMarked
package vn.lienthong.signer.cli;

import org.jspecify.annotations.NullMarked;
