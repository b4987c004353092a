package vn.lienthong.signer.revocation;

import eu.europa.esig.dss.spi.client.http.DataLoader;
import eu.europa.esig.dss.spi.exception.DSSExternalResourceException;
import java.net.InetAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import vn.lienthong.signer.DssJson;

/**
 * Fetches CRLs, OCSP responses and issuers' certificates over one shared HTTP client. Refuses any address that is not
 * http or https, or that resolves into the internal network; follows no redirect; gives up at its deadline.
 *
 * <p>Thread-safe. The address is resolved here and again by the client: the JDK keeps an answer for at least some seconds
 * by default, so both see the same one, unless somebody sets {@code networkaddress.cache.ttl} to 0.
 */
public final class GuardedDataLoader implements DataLoader {
    private final transient HttpClient client;
    private final transient FetchLimits limits;

    public GuardedDataLoader(FetchLimits limits) {
        this.limits = limits;
        this.client = HttpClient.newBuilder()
                .connectTimeout(limits.connect())
                .followRedirects(HttpClient.Redirect.NEVER)
                .proxy(ProxySelector.of(null))
                .version(HttpClient.Version.HTTP_1_1)
                .build();
    }

    @Override
    public byte[] get(String address) {
        return fetch(HttpRequest.newBuilder(checked(address)).GET());
    }

    @Override
    public DataAndUrl get(List<String> addresses) {
        for (String address : addresses) {
            try {
                return new DataAndUrl(address, get(address));
            } catch (DSSExternalResourceException e) {
                continue; // the next address of the same data may answer
            }
        }
        throw new DSSExternalResourceException("none of " + addresses.size() + " addresses answered");
    }

    @Override
    public byte[] post(String address, byte[] content) {
        return fetch(HttpRequest.newBuilder(checked(address))
                .header("Content-Type", "application/ocsp-request")
                .POST(HttpRequest.BodyPublishers.ofByteArray(content)));
    }

    @Override
    public void setContentType(String contentType) {
        // only OCSP requests are posted, and they have one content type
    }

    private URI checked(String address) {
        URI uri = parse(address);
        String scheme = uri.getScheme();
        if (!"http".equals(scheme) && !"https".equals(scheme) || uri.getHost() == null || uri.getUserInfo() != null) {
            throw new DSSExternalResourceException("only plain http and https addresses are fetched");
        }
        if (!limits.allowsInternal(uri)) {
            for (InetAddress resolved : resolve(uri.getHost())) {
                if (!PublicAddress.is(resolved)) {
                    throw new DSSExternalResourceException("an address inside the internal network is never fetched");
                }
            }
        }
        return uri;
    }

    private static URI parse(String address) {
        try {
            return new URI(address);
        } catch (URISyntaxException e) {
            throw new DSSExternalResourceException("not an address", e);
        }
    }

    private static InetAddress[] resolve(String host) {
        try {
            return InetAddress.getAllByName(host);
        } catch (UnknownHostException e) {
            throw new DSSExternalResourceException("the host is unknown", e);
        }
    }

    private byte[] fetch(HttpRequest.Builder request) {
        return DssJson.outside(() -> waitFor(request));
    }

    private byte[] waitFor(HttpRequest.Builder request) {
        HttpRequest timed = request.timeout(limits.total()).build();
        CompletableFuture<HttpResponse<byte[]>> future = client.sendAsync(
                timed, HttpResponse.BodyHandlers.limiting(HttpResponse.BodyHandlers.ofByteArray(), limits.maxBytes()));
        try {
            HttpResponse<byte[]> response = future.get(limits.total().toMillis(), TimeUnit.MILLISECONDS);
            if (response.statusCode() != 200) {
                throw new DSSExternalResourceException("the responder answered " + response.statusCode());
            }
            return response.body();
        } catch (TimeoutException e) {
            future.cancel(true);
            throw new DSSExternalResourceException("no answer within the deadline", e);
        } catch (ExecutionException e) {
            throw new DSSExternalResourceException("the responder cannot be reached", e.getCause());
        } catch (InterruptedException e) {
            future.cancel(true);
            Thread.currentThread().interrupt();
            throw new DSSExternalResourceException("interrupted", e);
        }
    }
}
