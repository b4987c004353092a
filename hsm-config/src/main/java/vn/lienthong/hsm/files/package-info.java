/** Files of the state folder: written whole or not at all, with the mode that their content asks for. Imports nothing of the project. */
@NullMarked
package vn.lienthong.hsm.files;

import org.jspecify.annotations.NullMarked;
