/** The sample official letter (công văn), laid out by Decree 30/2020/NĐ-CP. Imports {@code demo.font}. */
@NullMarked
package vn.lienthong.demo.letter;

import org.jspecify.annotations.NullMarked;
