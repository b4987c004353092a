package vn.lienthong.exchange.domain.solecontrol;

import java.util.Optional;

/** Officials' factors and failed tries of them; bound to the transaction that it was taken from. */
public interface FactorLedger {

    /** The factors that hold for the account; empty if it has none. */
    Optional<SigningFactors> of(String account);

    /** The same, locked until the transaction ends: no others hold before. */
    Optional<SigningFactors> locked(String account);

    /**
     * These hold from now on, and nothing is counted against them. The official has no passkeys any more: whoever enrols
     * anew may have lost the device that held them.
     */
    void put(String account, SigningFactors factors);

    /** The enrolment of the account, locked until the transaction ends. */
    Optional<Enrolment> enrolment(String account);

    /** This is the account's enrolment, in the place of any other. */
    void put(Enrolment enrolment);

    void dropEnrolment(String account);

    /**
     * The failed tries of that factor through that application, locked until the transaction ends.
     *
     * @param application the id of the client, or the name of a door of the server's own
     */
    Attempts attempts(String account, Factor factor, String application);

    void put(String account, Factor factor, String application, Attempts attempts);

    /**
     * The step counts as used, and so do those before it.
     *
     * @return false if it did already: a one-time password that comes again
     */
    boolean useStep(String account, long step);
}
