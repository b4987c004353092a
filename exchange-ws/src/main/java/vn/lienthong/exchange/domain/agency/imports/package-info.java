/** A file of agencies, and what it changes. Imports domain.agency, domain.content and domain.failure. */
@NullMarked
package vn.lienthong.exchange.domain.agency.imports;

import org.jspecify.annotations.NullMarked;
