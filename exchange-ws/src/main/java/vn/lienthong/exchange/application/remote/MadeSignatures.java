package vn.lienthong.exchange.application.remote;

import java.util.List;
import java.util.Optional;

/**
 * What one request for signed documents came to; closed when it was handed out.
 *
 * @param material what shows later that all of them were good, if it was asked for
 */
public record MadeSignatures(List<MadeSignature> signatures, Optional<SpooledMaterial> material)
        implements AutoCloseable {
    public MadeSignatures {
        signatures = List.copyOf(signatures);
    }

    @Override
    public void close() {
        signatures.forEach(MadeSignature::close);
        material.ifPresent(SpooledMaterial::close);
    }
}
