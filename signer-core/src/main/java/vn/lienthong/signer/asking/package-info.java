/** How often, and after which failures, another server is asked. Imports nothing of the project. */
@NullMarked
package vn.lienthong.signer.asking;

import org.jspecify.annotations.NullMarked;
