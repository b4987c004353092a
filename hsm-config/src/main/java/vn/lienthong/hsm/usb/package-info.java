/**
 * The official's side of signing in two steps: a program that signs a file with a USB token, and the bridge by which a web page
 * does. Imports vn.lienthong.signer, and nothing else of the tool.
 */
@NullMarked
package vn.lienthong.hsm.usb;

import org.jspecify.annotations.NullMarked;
