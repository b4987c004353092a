/** Text that people read, in the two languages of the product. Imports nothing of the project. */
@NullMarked
package vn.lienthong.signer.text;

import org.jspecify.annotations.NullMarked;
