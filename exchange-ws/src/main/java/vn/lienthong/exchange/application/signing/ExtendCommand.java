package vn.lienthong.exchange.application.signing;

import java.util.List;
import vn.lienthong.signer.sign.SignatureLevel;

/**
 * A signed file whose signatures somebody wants raised.
 *
 * @param documents that the signatures are over, where the file does not hold them
 */
public record ExtendCommand(SourceDocument signed, List<SourceDocument> documents, SignatureLevel level) {
    public ExtendCommand {
        documents = List.copyOf(documents);
    }
}
