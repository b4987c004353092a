/** The images of the demo's signature and seal, drawn and not scanned. Imports {@code demo.font}. */
@NullMarked
package vn.lienthong.demo.image;

import org.jspecify.annotations.NullMarked;
