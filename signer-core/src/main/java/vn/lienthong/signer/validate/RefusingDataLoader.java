package vn.lienthong.signer.validate;

import eu.europa.esig.dss.spi.client.http.DataLoader;
import eu.europa.esig.dss.spi.exception.DSSExternalResourceException;
import java.util.List;

/** Fetches nothing: stands where DSS would otherwise reach for the network by itself. */
final class RefusingDataLoader implements DataLoader {
    static final RefusingDataLoader INSTANCE = new RefusingDataLoader();

    private RefusingDataLoader() {}

    @Override
    public byte[] get(String url) {
        throw new DSSExternalResourceException("nothing is fetched for a signature policy");
    }

    @Override
    public DataAndUrl get(List<String> urls) {
        throw new DSSExternalResourceException("nothing is fetched for a signature policy");
    }

    @Override
    public byte[] post(String url, byte[] content) {
        throw new DSSExternalResourceException("nothing is fetched for a signature policy");
    }

    @Override
    public void setContentType(String contentType) {
        // nothing is sent
    }
}
