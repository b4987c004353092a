package vn.lienthong.exchange.wiring;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.infinispan.Cache;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.application.delivery.Mailbox;
import vn.lienthong.exchange.application.delivery.Transport;
import vn.lienthong.exchange.application.directory.Authenticate;
import vn.lienthong.exchange.application.directory.Directory;
import vn.lienthong.exchange.application.dispatch.AcceptDispatch;
import vn.lienthong.exchange.application.dispatch.RecordStatus;
import vn.lienthong.exchange.application.dispatch.Traces;
import vn.lienthong.exchange.boundary.soap.endpoint.ExchangeEndpoint;
import vn.lienthong.exchange.boundary.soap.endpoint.SoapSettings;
import vn.lienthong.exchange.boundary.soap.fault.FaultMapper;
import vn.lienthong.exchange.boundary.soap.message.Exchange;
import vn.lienthong.exchange.boundary.soap.security.EnvelopeSigner;
import vn.lienthong.exchange.boundary.soap.security.RequestGuard;
import vn.lienthong.exchange.boundary.soap.security.SignatureCheck;
import vn.lienthong.exchange.boundary.soap.security.SigningKey;
import vn.lienthong.exchange.boundary.text.FailureTexts;
import vn.lienthong.exchange.domain.account.ReplayWindow;
import vn.lienthong.exchange.infrastructure.cache.InfinispanReplayWindow;
import vn.lienthong.exchange.infrastructure.signer.KeyRing;
import vn.lienthong.exchange.wiring.config.ConfigException;
import vn.lienthong.exchange.wiring.config.ExchangeConfig;
import vn.lienthong.exchange.wiring.config.SoapKeyConfig.InFile;
import vn.lienthong.exchange.wiring.config.SoapKeyConfig.InToken;
import vn.lienthong.signer.token.CertifiedKey;
import vn.lienthong.signer.token.SigningToken;
import vn.lienthong.signer.token.jca.TokenProvider;

/** The SOAP endpoint's parts: who is believed, what was seen, and the key that signs answers. */
@ApplicationScoped
class SoapProducer {
    // The container injects resources into fields alone.
    @Resource(lookup = "java:jboss/infinispan/cache/lienthong/replay-window")
    private @Nullable Cache<String, String> replayWindow;

    @Produces
    @Singleton
    ReplayWindow replayWindow(Clock clock) {
        Cache<String, String> cache = replayWindow;
        if (cache == null) {
            throw new ConfigException("the server has no cache lienthong/replay-window");
        }
        return new InfinispanReplayWindow(cache, clock);
    }

    @Produces
    @Singleton
    RequestGuard requestGuard(ExchangeConfig config, Authenticate authenticate, ReplayWindow seen, Clock clock) {
        List<X509Certificate> anchors = certificates(config.trust().systemsAnchorsFolder());
        return new RequestGuard(new SignatureCheck(anchors, clock), authenticate::byCertificate, seen);
    }

    @Produces
    @Singleton
    EnvelopeSigner envelopeSigner(ExchangeConfig config, KeyRing keys, SigningToken token, Clock clock) {
        return new EnvelopeSigner(
                switch (config.soapKey()) {
                    case InToken(String alias) -> inToken(alias, keys, token);
                    case InFile file -> inFile(file);
                },
                clock);
    }

    /** The provider is handed on by hand: nobody else in the process has a use for it. */
    private static SigningKey inToken(String alias, KeyRing keys, SigningToken token) {
        try {
            CertifiedKey key = keys.own(alias);
            TokenProvider provider = new TokenProvider("lienthong-soap", token, List.of(key));
            return new SigningKey(provider.key(key.alias()), key.certificate(), provider);
        } catch (IllegalArgumentException e) {
            throw new ConfigException("the key soap-key-alias names a key that cannot be used: " + e.getMessage(), e);
        }
    }

    private static SigningKey inFile(InFile file) {
        try (InputStream store = Files.newInputStream(file.keyStore())) {
            char[] password = Files.readString(file.passwordFile()).strip().toCharArray();
            return SigningKey.ofPkcs12(store, password);
        } catch (IOException | GeneralSecurityException e) {
            throw new ConfigException(
                    "the key soap-key-store-file names a key store that cannot be used: " + e.getMessage(), e);
        }
    }

    @Produces
    @Singleton
    FaultMapper faultMapper(FailureTexts texts) {
        return new FaultMapper(texts);
    }

    @Produces
    @Singleton
    Exchange exchange(
            AcceptDispatch accept,
            Mailbox mailbox,
            Transport transport,
            RecordStatus record,
            Traces traces,
            Directory directory) {
        return new ExchangeEndpoint(accept, mailbox, transport, record, traces, directory);
    }

    @Produces
    @Singleton
    SoapSettings soapSettings(ExchangeConfig config) {
        return new SoapSettings(config.temporaryFolder(), config.contentLimit());
    }

    private static List<X509Certificate> certificates(Path folder) {
        List<X509Certificate> certificates = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.{pem,crt,cer}")) {
            for (Path file : files) {
                certificates.addAll(read(file));
            }
        } catch (IOException | CertificateException e) {
            throw new ConfigException(
                    "the key systems-anchors-folder names a folder that cannot be used: " + e.getMessage(), e);
        }
        return certificates;
    }

    private static List<X509Certificate> read(Path file) throws IOException, CertificateException {
        try (InputStream octets = Files.newInputStream(file)) {
            List<X509Certificate> certificates = new ArrayList<>();
            for (Certificate certificate :
                    CertificateFactory.getInstance("X.509").generateCertificates(octets)) {
                certificates.add((X509Certificate) certificate);
            }
            return certificates;
        }
    }
}
