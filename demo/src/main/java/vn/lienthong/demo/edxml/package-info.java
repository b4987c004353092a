/** Writes and reads edXML messages as an agency's system does. Imports {@code demo.xml} and {@code demo.story}. */
@NullMarked
package vn.lienthong.demo.edxml;

import org.jspecify.annotations.NullMarked;
