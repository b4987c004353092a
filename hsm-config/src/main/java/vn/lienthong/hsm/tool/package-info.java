/** The commands of an HSM operator: one step each, or a whole ceremony file. Imports every package of the tool but {@code cli}. */
@NullMarked
package vn.lienthong.hsm.tool;

import org.jspecify.annotations.NullMarked;
