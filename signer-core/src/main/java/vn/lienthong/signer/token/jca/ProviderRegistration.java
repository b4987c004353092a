package vn.lienthong.signer.token.jca;

import java.security.Security;
import vn.lienthong.signer.AllowedApi;

/**
 * A provider that the whole process sees, for as long as this is open. The JDK's TLS asks for signatures by their name alone,
 * so its keys are found in no other way; everything else is to be handed the provider itself.
 *
 * <p>Registered last: it serves its own keys only, and nobody else's look-ups pass through it first.
 */
public final class ProviderRegistration implements AutoCloseable {
    private final TokenProvider provider;

    private ProviderRegistration(TokenProvider provider) {
        this.provider = provider;
    }

    /** @throws IllegalStateException if a provider of that name is registered already */
    @AllowedApi("TLS finds a key's provider among the registered ones only; whoever opens this closes it again")
    public static ProviderRegistration open(TokenProvider provider) {
        if (Security.addProvider(provider) < 0) {
            throw new IllegalStateException("a provider named " + provider.getName() + " is registered already");
        }
        return new ProviderRegistration(provider);
    }

    /** The process does not see the provider any more; one of the same name that is another stays. Safe to repeat. */
    @Override
    public void close() {
        if (Security.getProvider(provider.getName()) == provider) {
            Security.removeProvider(provider.getName());
        }
    }
}
