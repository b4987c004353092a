package vn.lienthong.exchange.wiring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import vn.lienthong.exchange.infrastructure.signer.KeyRing;
import vn.lienthong.exchange.infrastructure.signer.LogSealer;
import vn.lienthong.exchange.wiring.config.ConfigException;
import vn.lienthong.exchange.wiring.config.ExchangeConfig;
import vn.lienthong.exchange.wiring.config.HsmConfig;
import vn.lienthong.signer.evidence.BatchSealer;
import vn.lienthong.signer.evidence.LogId;
import vn.lienthong.signer.evidence.LogSealCertificate;
import vn.lienthong.signer.sign.cades.CmsSeal;
import vn.lienthong.signer.timestamp.LocalTimestampSource;
import vn.lienthong.signer.timestamp.RandomSerialNumbers;
import vn.lienthong.signer.timestamp.TimestampAuthority;
import vn.lienthong.signer.timestamp.TimestampPolicy;
import vn.lienthong.signer.timestamp.TimestampSource;
import vn.lienthong.signer.token.CertifiedKey;
import vn.lienthong.signer.token.Pin;
import vn.lienthong.signer.token.SigningToken;
import vn.lienthong.signer.token.TokenPool;
import vn.lienthong.signer.token.TokenPoolConfig;
import vn.lienthong.signer.token.cryptoki.CryptokiDriver;

/** The token, its keys, and what signs with them on the server's own behalf: timestamps and the log's seal. */
@ApplicationScoped
class SignerProducer {
    /** The server's clock is kept by NTP; one second is what an authority without a clock of its own may promise. */
    private static final Duration ACCURACY = Duration.ofSeconds(1);

    @Produces
    @Singleton
    SigningToken token(ExchangeConfig config, Clock clock) {
        HsmConfig hsm = config.hsm();
        TokenPoolConfig pool =
                TokenPoolConfig.DEFAULT.withMaxSessions(hsm.maxSessions()).withDeadline(hsm.deadline());
        try {
            return TokenPool.open(new CryptokiDriver(hsm.modulePath(), hsm.tokenLabel()), pin(hsm), pool, clock);
        } catch (IOException | IllegalArgumentException e) {
            throw new ConfigException("the token " + hsm.tokenLabel() + " cannot be opened: " + e.getMessage(), e);
        }
    }

    void close(@Disposes SigningToken token) {
        token.close();
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
    TimestampAuthority timestampAuthority(ExchangeConfig config, KeyRing keys, SigningToken token, Clock clock) {
        return new TimestampAuthority(
                new TimestampPolicy(config.trust().tsaPolicyOid(), ACCURACY),
                keys.own(config.trust().tsaKey()),
                token,
                new RandomSerialNumbers(new SecureRandom()),
                clock);
    }

    @Produces
    @Singleton
    TimestampSource timestampSource(TimestampAuthority authority) {
        return new LocalTimestampSource(authority);
    }

    @Produces
    @Singleton
    BatchSealer batchSealer(
            ExchangeConfig config, KeyRing keys, SigningToken token, TimestampSource timestamps, Clock clock) {
        CertifiedKey key = keys.own(config.trust().logSealKey());
        requireSealOf(new LogId(config.logId()), key);
        CmsSeal seal = new CmsSeal(token, key, clock);
        return new LogSealer(seal, timestamps, keys.own(config.trust().tsaKey()));
    }

    /** What another key sealed would prove nothing to anybody. */
    static void requireSealOf(LogId log, CertifiedKey key) {
        if (!LogSealCertificate.log(key.certificate()).equals(Optional.of(log))) {
            throw new ConfigException("the certificate of log-seal-key is not one that seals the log " + log.value()
                    + ": it needs the critical extended key usage " + LogSealCertificate.PURPOSE
                    + " alone, and the log's name as the otherName " + LogSealCertificate.NAME_TYPE);
        }
    }

    private static Pin pin(HsmConfig hsm) throws IOException {
        return new Pin(Files.readString(hsm.pinFile()).strip().toCharArray());
    }
}
