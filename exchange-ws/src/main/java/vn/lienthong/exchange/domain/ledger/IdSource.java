package vn.lienthong.exchange.domain.ledger;

import java.util.UUID;

/** Identifiers. Thread-safe. */
public interface IdSource {

    /** A UUID of version 7 that is greater than every one before it from this source. */
    UUID next();
}
