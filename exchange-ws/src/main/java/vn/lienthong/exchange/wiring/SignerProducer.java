package vn.lienthong.exchange.wiring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.lienthong.exchange.application.keypolicy.TalliedToken;
import vn.lienthong.exchange.infrastructure.signer.KeyRing;
import vn.lienthong.exchange.infrastructure.signer.LogSealer;
import vn.lienthong.exchange.infrastructure.signer.PinFileMemory;
import vn.lienthong.exchange.infrastructure.signer.TokenPlaces;
import vn.lienthong.exchange.wiring.config.ConfigException;
import vn.lienthong.exchange.wiring.config.ExchangeConfig;
import vn.lienthong.exchange.wiring.config.HsmConfig;
import vn.lienthong.exchange.wiring.config.PlaceConfig;
import vn.lienthong.signer.evidence.BatchSealer;
import vn.lienthong.signer.evidence.LogId;
import vn.lienthong.signer.evidence.LogSealCertificate;
import vn.lienthong.signer.sign.cades.CmsSeal;
import vn.lienthong.signer.timestamp.LocalTimestampSource;
import vn.lienthong.signer.timestamp.TimestampAuthority;
import vn.lienthong.signer.token.CertifiedKey;
import vn.lienthong.signer.token.Pin;
import vn.lienthong.signer.token.SigningToken;
import vn.lienthong.signer.token.TokenPool;
import vn.lienthong.signer.token.TokenPoolConfig;
import vn.lienthong.signer.token.cryptoki.CryptokiDriver;
import vn.lienthong.signer.token.failover.Place;

/** The token, its keys, and what signs with them on the server's own behalf: timestamps and the log's seal. */
@ApplicationScoped
class SignerProducer {
    @Produces
    @Singleton
    TokenPlaces places(ExchangeConfig config, Clock clock) {
        List<Place> open = new ArrayList<>();
        for (PlaceConfig place : config.hsm().places()) {
            try {
                open.add(new Place(place.name(), pool(place, config.hsm(), clock), place.weight()));
            } catch (IOException | IllegalArgumentException e) {
                open.forEach(other -> other.token().close());
                throw new ConfigException(
                        "the token " + place.tokenLabel() + " cannot be opened: " + e.getMessage(), e);
            }
        }
        return new TokenPlaces(open);
    }

    private static TokenPool pool(PlaceConfig place, HsmConfig hsm, Clock clock) throws IOException {
        TokenPoolConfig pool = TokenPoolConfig.DEFAULT
                .withMaxSessions(place.maxSessions())
                .withDirectCalls(place.directCalls())
                .withDeadline(place.deadline())
                .withKeys(hsm.keys());
        PinFileMemory memory = new PinFileMemory(place.pinFile(), place.name());
        Pin pin = new Pin(Files.readString(place.pinFile()).strip().toCharArray());
        place.pinForm().accept(pin);
        return TokenPool.open(
                new CryptokiDriver(place.modulePath(), place.module(), place.tokenLabel()), pin, memory, pool, clock);
    }

    void close(@Disposes TokenPlaces places) {
        places.close();
    }

    @Produces
    @Singleton
    SigningToken token(TokenPlaces places) {
        return new TalliedToken(places.token());
    }

    @Produces
    @Singleton
    KeyRing keyRing(ExchangeConfig config) {
        try {
            return KeyRing.read(config.trust().keysFile(), ConfigProducer.stateFolder());
        } catch (IOException e) {
            throw new ConfigException("the key keys-file names a file that cannot be used: " + e.getMessage(), e);
        }
    }

    @Produces
    @Singleton
    BatchSealer batchSealer(
            ExchangeConfig config, KeyRing keys, SigningToken token, TimestampAuthority authority, Clock clock) {
        CertifiedKey key = keys.own(config.trust().logSealKey());
        requireSealOf(new LogId(config.logId()), key);
        CmsSeal seal = new CmsSeal(token, key, clock);
        return new LogSealer(
                seal,
                new LocalTimestampSource(authority),
                TsaProducer.keys(config.tsa().keys(), keys));
    }

    /** What another key sealed would prove nothing to anybody. */
    static void requireSealOf(LogId log, CertifiedKey key) {
        if (!LogSealCertificate.log(key.certificate()).equals(Optional.of(log))) {
            throw new ConfigException("the certificate of log-seal-key is not one that seals the log " + log.value()
                    + ": it needs the critical extended key usage " + LogSealCertificate.PURPOSE
                    + " alone, and the log's name as the otherName " + LogSealCertificate.NAME_TYPE);
        }
    }
}
