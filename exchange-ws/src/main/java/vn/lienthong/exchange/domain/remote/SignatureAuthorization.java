package vn.lienthong.exchange.domain.remote;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.domain.keypolicy.DocumentKind;

/**
 * An official's will that certain hashes be signed with one key, for one application.
 *
 * @param grant what it was given under: when that is revoked, this ends too
 * @param account of the official
 * @param hashAlgorithm object identifier in dotted form
 * @param kind of the documents, as the official was shown it, or null where none was named
 * @param signatures how many at most, those of hashes that are still to be named included
 */
public record SignatureAuthorization(
        UUID id,
        UUID grant,
        String account,
        String keyAlias,
        String hashAlgorithm,
        @Nullable DocumentKind kind,
        int signatures,
        Instant expiresAt) {}
