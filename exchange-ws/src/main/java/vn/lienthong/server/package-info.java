/** What works in the container itself, before any application: a module of the server, named in configure.cli. Imports Undertow only. */
@NullMarked
package vn.lienthong.server;

import org.jspecify.annotations.NullMarked;
