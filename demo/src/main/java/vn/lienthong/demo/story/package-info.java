/** How the demo tells what it does: steps, checks and the closing table. Imports signer-core's texts only. */
@NullMarked
package vn.lienthong.demo.story;

import org.jspecify.annotations.NullMarked;
