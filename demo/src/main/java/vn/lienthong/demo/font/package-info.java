/** The bundled typefaces. Imports nothing of the project but the resources of signer-core's seal. */
@NullMarked
package vn.lienthong.demo.font;

import org.jspecify.annotations.NullMarked;
