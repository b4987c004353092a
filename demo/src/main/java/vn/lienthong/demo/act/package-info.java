/** The acts of the demo, one class each, in the order in which a dispatch meets them. Imports every client. */
@NullMarked
package vn.lienthong.demo.act;

import org.jspecify.annotations.NullMarked;
