package vn.lienthong.exchange.domain.agency;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which agencies there are and were; bound to the transaction that it was taken from.
 *
 * <p>Changes follow one another: the first of a transaction waits until no other transaction has changes that are not
 * committed, so that who has seen one change has seen all before it.
 */
public interface AgencyDirectory {
    /** More than an agency changes in a lifetime; what a client does over and over is cut off. */
    int MOST_VERSIONS = 1000;

    /**
     * The agencies asked for, by identifier.
     *
     * @param after the last one of the page before, or null to begin
     * @param most how many at most
     */
    List<AgencyRecord> list(AgencyFilter filter, @Nullable OrganId after, int most);

    /** When the directory was changed last, if it has any agency; there is no earlier change that is not seen yet. */
    Optional<Instant> lastChange();

    /** The agency that has this identifier or alias, closed or not. */
    Optional<Agency> find(OrganId idOrAlias);

    /** The same, with what the directory knows besides. */
    Optional<AgencyRecord> record(OrganId idOrAlias);

    /** Its last {@value #MOST_VERSIONS} versions, the first of them first. */
    List<AgencyVersion> history(OrganId agency);

    /** The present identifier of each that is known, aliases resolved; the unknown ones are left out. */
    Map<OrganId, OrganId> resolve(Collection<OrganId> idsOrAliases);

    /** The same, and which of them are closed. */
    Map<OrganId, Address> addresses(Collection<OrganId> idsOrAliases);

    /** The agency that takes over from a closed one, through several mergers, if there is one that is not closed. */
    Optional<OrganId> successor(OrganId closed);

    /**
     * The system that acts for the agency, or else for the nearest above it that has one. None where, on the way there,
     * people act for an agency that has no system.
     */
    Optional<SystemId> systemOver(OrganId agency);

    /**
     * Whether an agency that no system acts for is somebody's all the same: people act for it, or something was sent from
     * it or to it.
     */
    boolean isInUse(OrganId agency);

    /** Whether an agency that is not closed is directly below it. */
    boolean hasChildren(OrganId agency);

    /** Of the open agencies that the system acts for, those that are below none of them; so many at most. */
    List<OrganId> topmost(SystemId system, int most);

    /** How many agencies the system acts for, or did when they were closed. */
    int count(SystemId system);

    /** From here to the end of the transaction nobody else changes the directory. */
    void lock();

    /**
     * The same, for one who can come again: where others hold it for longer than that, the transaction ends.
     *
     * @throws vn.lienthong.exchange.domain.failure.FailureException {@code overloaded}, from the unit of work
     */
    void lockWithin(Duration patience);

    /**
     * The agency is as given, and not closed; codes that it had it keeps. True if it was not so before.
     *
     * @throws vn.lienthong.exchange.domain.failure.FailureException {@code parameter-invalid} if a code is another's, or
     *     the parent is unknown, closed, or below it
     */
    boolean put(Agency agency, ChangeBy by);

    /**
     * The agency is closed, and has that successor. True if it was not so before.
     *
     * @param agency of the directory, by its present identifier; none that is not closed is below it
     * @throws vn.lienthong.exchange.domain.failure.FailureException {@code parameter-invalid} if the successor is unknown
     *     or closed
     */
    boolean close(OrganId agency, @Nullable OrganId successor, ChangeBy by);
}
