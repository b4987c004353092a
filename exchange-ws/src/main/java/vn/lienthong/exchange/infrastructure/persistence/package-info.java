/**
 * The records in PostgreSQL, by Jdbi. Imports domain and {@code vn.lienthong.signer.evidence}, whose spelling of audit
 * entries it stores.
 */
@NullMarked
package vn.lienthong.exchange.infrastructure.persistence;

import org.jspecify.annotations.NullMarked;
