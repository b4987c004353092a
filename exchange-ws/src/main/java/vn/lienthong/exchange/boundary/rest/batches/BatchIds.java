package vn.lienthong.exchange.boundary.rest.batches;

import vn.lienthong.exchange.boundary.rest.http.Parameters;
import vn.lienthong.exchange.domain.batch.BatchId;

/** Identifiers of batches, from outside: what is no id names nothing. */
final class BatchIds {
    private BatchIds() {}

    static BatchId of(String text) {
        return new BatchId(Parameters.docId(text).value());
    }
}
