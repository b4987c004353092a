package vn.lienthong.exchange.domain.batch;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.domain.content.ContentRef;

/**
 * What somebody asked for.
 *
 * @param owner the caller's name; nobody else sees the batch
 * @param keyAlias the key that signs
 * @param terms how each document is to be signed, as the request said it
 * @param image what people are to see of the signatures, or null
 */
public record BatchOrder(
        BatchId id,
        String owner,
        String keyAlias,
        String terms,
        @Nullable ContentRef image,
        Instant createdAt) {}
