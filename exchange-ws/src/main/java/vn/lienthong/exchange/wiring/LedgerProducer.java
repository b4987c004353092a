package vn.lienthong.exchange.wiring;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.lienthong.exchange.application.upkeep.SweepContent;
import vn.lienthong.exchange.boundary.request.RequestId;
import vn.lienthong.exchange.domain.account.SecretVault;
import vn.lienthong.exchange.domain.content.ContentStore;
import vn.lienthong.exchange.domain.ledger.IdSource;
import vn.lienthong.exchange.domain.ledger.UnitOfWork;
import vn.lienthong.exchange.domain.ledger.UseRecords;
import vn.lienthong.exchange.domain.upload.UploadFiles;
import vn.lienthong.exchange.infrastructure.clock.MonotonicIds;
import vn.lienthong.exchange.infrastructure.content.FileContentStore;
import vn.lienthong.exchange.infrastructure.content.FileShelves;
import vn.lienthong.exchange.infrastructure.content.FolderUploadFiles;
import vn.lienthong.exchange.infrastructure.persistence.DatabaseRole;
import vn.lienthong.exchange.infrastructure.persistence.JdbcUseRecords;
import vn.lienthong.exchange.infrastructure.persistence.JdbiUnitOfWork;
import vn.lienthong.exchange.infrastructure.persistence.Migrations;
import vn.lienthong.exchange.infrastructure.vault.AesGcmVault;
import vn.lienthong.exchange.wiring.config.ConfigException;
import vn.lienthong.exchange.wiring.config.ExchangeConfig;

/** Records and documents: the database, brought up to date before anybody sees it, and the content store. */
@ApplicationScoped
class LedgerProducer {
    private static final Logger LOG = LoggerFactory.getLogger(LedgerProducer.class);

    // The container injects resources into fields alone.
    @Resource(lookup = "java:jboss/datasources/ExchangeDS")
    private @Nullable DataSource database;

    @Produces
    @Singleton
    IdSource ids(Clock clock) {
        return new MonotonicIds(clock, new SecureRandom());
    }

    @Produces
    @Singleton
    SecretVault vault(ExchangeConfig config) {
        try {
            return AesGcmVault.ofKeyFile(config.vaultKeyFile(), new SecureRandom());
        } catch (IOException e) {
            throw new ConfigException("the key vault-key-file names a file that cannot be used: " + e.getMessage(), e);
        }
    }

    @Produces
    @Singleton
    DatabaseRole databaseRole() {
        return DatabaseRole.of(source());
    }

    @Produces
    @Singleton
    UnitOfWork unitOfWork(SecretVault vault, IdSource ids, DatabaseRole role) {
        DataSource source = source();
        if (role.ownsTables()) {
            LOG.warn(
                    "The database role {} owns the tables, so the server itself could take away what keeps the audit log"
                            + " append-only. Give the server a role of its own: README, section Settings.",
                    role.name());
            Migrations.migrate(source, role.name());
        } else if (Migrations.pending(source, role.name()) > 0) {
            throw new ConfigException("the tables are older than this program, or the database role " + role.name()
                    + " has not been granted them: run bin/migrate as their owner first");
        }
        return new JdbiUnitOfWork(source, vault, ids, new SecureRandom(), RequestId::current);
    }

    /** @param migrated for its own tables are there then */
    @Produces
    @Singleton
    UseRecords useRecords(UnitOfWork migrated, IdSource ids) {
        return new JdbcUseRecords(source(), ids, new SecureRandom());
    }

    private DataSource source() {
        DataSource source = database;
        if (source == null) {
            throw new ConfigException("the server has no data source java:jboss/datasources/ExchangeDS");
        }
        return source;
    }

    @Produces
    @Singleton
    ContentStore contentStore(ExchangeConfig config) {
        String node = System.getProperty("jboss.node.name", "node");
        try {
            return FileContentStore.open(config.contentFolder(), node);
        } catch (IOException e) {
            throw new ConfigException(
                    "the key content-folder names a folder that cannot be used: " + e.getMessage(), e);
        }
    }

    @Produces
    @Singleton
    UploadFiles uploadFiles(ExchangeConfig config) {
        try {
            return FolderUploadFiles.in(config.contentFolder());
        } catch (IOException e) {
            throw new ConfigException(
                    "the key content-folder names a folder that cannot be used: " + e.getMessage(), e);
        }
    }

    @Produces
    @Singleton
    SweepContent sweepContent(ExchangeConfig config, UnitOfWork unitOfWork, Clock clock) {
        return new SweepContent(new FileShelves(config.contentFolder()), unitOfWork, clock, config.contentOrphanAge());
    }
}
