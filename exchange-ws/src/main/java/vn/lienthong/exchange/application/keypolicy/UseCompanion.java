package vn.lienthong.exchange.application.keypolicy;

import vn.lienthong.exchange.domain.ledger.Ledger;

/** What is recorded in one transaction with a use of a key, or not at all. Both methods may be called again. */
public interface UseCompanion {
    /** Nothing besides the use. */
    UseCompanion NONE = new UseCompanion() {
        @Override
        public boolean isWanted(Ledger ledger) {
            return true;
        }

        @Override
        public void record(Ledger ledger) {
            // nothing
        }
    };

    /** Both, or neither. */
    static UseCompanion both(UseCompanion first, UseCompanion second) {
        return new UseCompanion() {
            @Override
            public boolean isWanted(Ledger ledger) {
                return first.isWanted(ledger) && second.isWanted(ledger);
            }

            @Override
            public void record(Ledger ledger) {
                first.record(ledger);
                second.record(ledger);
            }
        };
    }

    /** Whether it is still to be recorded; the answer holds until the transaction ends. */
    boolean isWanted(Ledger ledger);

    /** It is on the record if the transaction commits. */
    void record(Ledger ledger);
}
