/** Reads and writes edXML with Woodstox. Imports domain and Woodstox only. */
@NullMarked
package vn.lienthong.exchange.infrastructure.edxml;

import org.jspecify.annotations.NullMarked;
