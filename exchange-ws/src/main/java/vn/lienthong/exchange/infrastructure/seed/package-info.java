/** The directory file: agencies, systems and people that the operator wants known from the start. Imports domain. */
@NullMarked
package vn.lienthong.exchange.infrastructure.seed;

import org.jspecify.annotations.NullMarked;
