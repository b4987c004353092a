/** By which rules signatures are judged, as data. Imports nothing of the project. */
@NullMarked
package vn.lienthong.signer.policy;

import org.jspecify.annotations.NullMarked;
