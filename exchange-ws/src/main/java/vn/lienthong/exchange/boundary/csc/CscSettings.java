package vn.lienthong.exchange.boundary.csc;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How this service presents itself.
 *
 * @param specs the version of the API whose fields are answered
 * @param name as people are shown it
 * @param logo address of a picture; where there is none, this server has one
 * @param temporaryFolder for documents on their way through
 * @param mostDocumentOctets of all documents of one request together
 */
public record CscSettings(
        CscVersion specs, String name, Optional<URI> logo, Path temporaryFolder, long mostDocumentOctets) {}
