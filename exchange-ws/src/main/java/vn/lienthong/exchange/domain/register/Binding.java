package vn.lienthong.exchange.domain.register;

import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.domain.content.Sha256Digest;
import vn.lienthong.exchange.domain.dispatch.DispatchId;

/**
 * Which electronic document an entry is about; neither for one on paper.
 *
 * @param document digest of the document's file
 */
public record Binding(
        @Nullable DispatchId dispatch, @Nullable Sha256Digest document) {
    public static final Binding NONE = new Binding(null, null);
}
