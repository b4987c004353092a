package vn.lienthong.signer.revocation;

import eu.europa.esig.dss.model.x509.revocation.crl.CRL;
import eu.europa.esig.dss.model.x509.revocation.ocsp.OCSP;
import eu.europa.esig.dss.service.crl.OnlineCRLSource;
import eu.europa.esig.dss.service.ocsp.OnlineOCSPSource;
import eu.europa.esig.dss.spi.x509.aia.AIASource;
import eu.europa.esig.dss.spi.x509.aia.DefaultAIASource;
import eu.europa.esig.dss.spi.x509.revocation.RevocationSource;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where a validation may look for revocation data and issuers besides the document itself. Shared by threads.
 *
 * @param crl lists
 * @param ocsp responders
 * @param aia issuers' certificates
 */
public record RevocationSources(
        Optional<RevocationSource<CRL>> crl, Optional<RevocationSource<OCSP>> ocsp, Optional<AIASource> aia) {

    /** Only what the document brings along. */
    public static RevocationSources none() {
        return new RevocationSources(Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** The document and the {@code .crl} files of a folder; no network. */
    public static RevocationSources folder(Path folder) {
        return new RevocationSources(Optional.of(new FolderCrlSource(folder)), Optional.empty(), Optional.empty());
    }

    /** The document, the folder, then the addresses that certificates name, within the limits. */
    public static RevocationSources online(Path folder, FetchLimits limits) {
        GuardedDataLoader loader = new GuardedDataLoader(limits);
        return new RevocationSources(
                Optional.of(new FirstCrlSource(
                        new FolderCrlSource(folder), new OnlineCRLSource(loader)::getRevocationToken)),
                Optional.of(new OnlineOCSPSource(loader)),
                Optional.of(new DefaultAIASource(loader)));
    }
}
