/**
 * Watching a log from outside: what it shows now against what it showed before, to us and to others. Imports
 * {@code evidence} and its parts, and {@code text}; HTTP by the JDK.
 */
@NullMarked
package vn.lienthong.signer.evidence.watch;

import org.jspecify.annotations.NullMarked;
