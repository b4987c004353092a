/** A container's ZIP structure before anything is unpacked. Imports nothing of the project. */
@NullMarked
package vn.lienthong.signer.validate.asic;

import org.jspecify.annotations.NullMarked;
