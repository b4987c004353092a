/** The command line: arguments, the commands and what they print. Imports every other package of the tool. */
@NullMarked
package vn.lienthong.hsm.cli;

import org.jspecify.annotations.NullMarked;
