package vn.lienthong.exchange.application.remote;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import vn.lienthong.exchange.application.capacity.Gate;
import vn.lienthong.exchange.application.keypolicy.KeyUses;
import vn.lienthong.exchange.application.remote.Reservations.Reserved;
import vn.lienthong.exchange.application.signing.SigningFailures;
import vn.lienthong.exchange.application.signing.SigningKeys;
import vn.lienthong.exchange.domain.account.OpaqueToken;
import vn.lienthong.exchange.domain.audit.Deed;
import vn.lienthong.exchange.domain.failure.Failure;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.FailureException;
import vn.lienthong.exchange.domain.ledger.IdSource;
import vn.lienthong.exchange.domain.ledger.UnitOfWork;
import vn.lienthong.signer.sign.augment.MaterialOutcome;
import vn.lienthong.signer.sign.augment.ValidationMaterial;
import vn.lienthong.signer.sign.dss.SignerStatus;

/**
 * Signs documents whose hashes an official authorised: each once, under the same ledger as bare hashes, so that a hash
 * signed one way is not signed the other way. Thread-safe.
 *
 * <p>Source: CSC API v2, section 11.12 (signatures/signDoc); docs/adr/0016, 0028.
 */
public final class SignAuthorizedDocuments {
    private final Reservations reservations;
    private final SignatureMaker maker;
    private final Gate gate;

    /** @param gate bounds how many requests build signatures at once */
    public SignAuthorizedDocuments(
            UnitOfWork unitOfWork,
            SigningKeys keys,
            SignerStatus status,
            KeyUses uses,
            SignatureMaker maker,
            Gate gate,
            IdSource ids,
            Clock clock) {
        this.reservations = new Reservations(unitOfWork, keys, status, uses, ids, clock);
        this.maker = maker;
        this.gate = gate;
    }

    /**
     * Somebody holds this SAD, and it is good: worth receiving documents for.
     *
     * @throws FailureException {@code authorization-invalid} or {@code authorization-expired}
     */
    public void requireLive(OpaqueToken sad) {
        reservations.requireLive(sad);
    }

    /**
     * One signature a document, in their order; the caller closes them.
     *
     * @throws FailureException {@code authorization-invalid}, {@code authorization-expired},
     *     {@code credential-unknown}, {@code hash-not-authorized}, {@code certificate-not-valid}, or what the key's
     *     policy, the signer and the token refuse
     */
    public MadeSignatures sign(DocumentSigningRequest request) {
        return reservations.sign(request.claim(), (reserved, permit, use) -> {
            List<MadeSignature> made = new ArrayList<>();
            Optional<SpooledMaterial> material = request.withMaterial() ? Optional.of(maker.spool()) : Optional.empty();
            boolean handedOut = false;
            try {
                makeAll(reserved, request, new Room(request.mostOctets(), made, material), use);
                permit.record(Deed.DOCUMENT_SIGNED, details(reserved, request));
                reservations.consume(reserved);
                handedOut = true;
                return new MadeSignatures(made, material);
            } finally {
                if (!handedOut) {
                    made.forEach(MadeSignature::close);
                    material.ifPresent(SpooledMaterial::close);
                }
            }
        });
    }

    /** What was made so far, and how much there may be. */
    private record Room(long mostOctets, List<MadeSignature> made, Optional<SpooledMaterial> material) {
        void require() {
            long octets = made.stream().mapToLong(MadeSignature::length).sum()
                    + material.map(SpooledMaterial::length).orElse(0L);
            if (octets > mostOctets) {
                throw new FailureException(Failure.of(FailureCode.ANSWER_TOO_LARGE, Long.toString(mostOctets)));
            }
        }
    }

    private void makeAll(Reserved reserved, DocumentSigningRequest request, Room room, Reservations.KeyUse use) {
        try (Gate.Pass _ = gate.enter(request.octets())) {
            use.begins();
            for (WantedSignature wanted : request.wanted()) {
                switch (maker.make(reserved.key(), wanted)) {
                    case SignatureMaker.Step.Made(MadeSignature signature) ->
                        room.made().add(signature);
                    case SignatureMaker.Step.Failed(var failure, boolean keyUnused) -> {
                        if (keyUnused && room.made().isEmpty()) {
                            use.neverWas();
                        }
                        throw new FailureException(failure);
                    }
                }
                room.require();
            }
            room.material().ifPresent(material -> collect(request.wanted(), room, material));
        }
    }

    /** If some is missing the signatures are not handed out: whoever asks for it cannot raise them without. */
    private void collect(List<WantedSignature> wanted, Room room, SpooledMaterial material) {
        for (int i = 0; i < wanted.size(); i++) {
            switch (maker.material(wanted.get(i), room.made().get(i))) {
                case MaterialOutcome.Collected(ValidationMaterial collected) -> material.add(collected);
                case MaterialOutcome.NotCollected(var why) -> throw new FailureException(SigningFailures.of(why));
            }
            room.require();
        }
    }

    private static Map<String, String> details(Reserved reserved, DocumentSigningRequest request) {
        Map<String, String> details = new TreeMap<>();
        details.put("authorization", reserved.authorization().id().toString());
        details.put("count", Integer.toString(request.wanted().size()));
        details.put("document", WillOnRecord.together(request.hashes()));
        details.put(
                "form",
                each(request.wanted().stream().map(WantedSignature::form).toList()));
        details.put("key", reserved.authorization().keyAlias());
        details.put(
                "level",
                each(request.wanted().stream().map(w -> w.level().name()).toList()));
        WillOnRecord.putWords(
                details, request.wanted().stream().map(WantedSignature::words).toList());
        return details;
    }

    private static String each(List<String> names) {
        return names.stream().distinct().sorted().collect(Collectors.joining(" "));
    }
}
