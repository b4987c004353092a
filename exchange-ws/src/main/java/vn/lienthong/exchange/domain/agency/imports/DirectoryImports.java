package vn.lienthong.exchange.domain.agency.imports;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import vn.lienthong.exchange.domain.agency.ChangeBy;
import vn.lienthong.exchange.domain.failure.Finding;

/** Files of agencies on their way into the directory; bound to the transaction that it was taken from. */
public interface DirectoryImports {

    /** The lines are there, for this import. */
    void stage(UUID id, List<AgencyLine> lines, Instant at);

    /**
     * What is wrong with the file as a whole, the first 100 faults. To be asked first; under the directory's
     * lock, if the file is to be applied then.
     *
     * @return code and line such as {@code M.17.parent}, as with edXML
     */
    List<Finding> findings(UUID id);

    /** What the file would change; it has no findings. */
    ImportReport compare(UUID id);

    /** The directory is as the file says; it was compared in this transaction. */
    void apply(UUID id, ChangeBy by);

    /** Nothing is left of the import but what it changed. */
    void drop(UUID id);

    /** Nothing is left of imports that were staged before then, and never came to an end. */
    void dropStagedBefore(Instant time);
}
