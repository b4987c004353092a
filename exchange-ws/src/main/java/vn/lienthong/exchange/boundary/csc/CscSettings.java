package vn.lienthong.exchange.boundary.csc;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How this service presents itself.
 *
 * @param specs the version of the API that clients are told: they refuse others than they know
 * @param name as people are shown it
 * @param logo address of a picture, where there is one
 * @param temporaryFolder for documents on their way through
 * @param mostDocumentOctets of all documents of one request together
 */
public record CscSettings(
        String specs, String name, Optional<URI> logo, Path temporaryFolder, long mostDocumentOctets) {}
