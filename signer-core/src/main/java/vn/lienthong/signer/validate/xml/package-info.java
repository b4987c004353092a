/** An XML walked before any tree is built of it. Imports nothing of the project. */
@NullMarked
package vn.lienthong.signer.validate.xml;

import org.jspecify.annotations.NullMarked;
