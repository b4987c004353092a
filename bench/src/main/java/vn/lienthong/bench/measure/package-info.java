/** Running a piece of work for a while and counting: operations, CPU time, wall time. Imports the texts of the signer, and nothing else of the project. */
@NullMarked
package vn.lienthong.bench.measure;

import org.jspecify.annotations.NullMarked;
