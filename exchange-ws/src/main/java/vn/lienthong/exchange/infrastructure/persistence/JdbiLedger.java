package vn.lienthong.exchange.infrastructure.persistence;

import org.jdbi.v3.core.Handle;
import vn.lienthong.exchange.domain.acceptance.Acceptances;
import vn.lienthong.exchange.domain.account.Accounts;
import vn.lienthong.exchange.domain.agency.AgencyDirectory;
import vn.lienthong.exchange.domain.agency.imports.DirectoryImports;
import vn.lienthong.exchange.domain.audit.AuditTrail;
import vn.lienthong.exchange.domain.audit.LogTree;
import vn.lienthong.exchange.domain.audit.SealedLog;
import vn.lienthong.exchange.domain.batch.BatchWork;
import vn.lienthong.exchange.domain.batch.Batches;
import vn.lienthong.exchange.domain.capability.Capabilities;
import vn.lienthong.exchange.domain.content.ContentUse;
import vn.lienthong.exchange.domain.deadline.Deadlines;
import vn.lienthong.exchange.domain.delivery.Copies;
import vn.lienthong.exchange.domain.delivery.Deliveries;
import vn.lienthong.exchange.domain.delivery.SetAsides;
import vn.lienthong.exchange.domain.delivery.Statuses;
import vn.lienthong.exchange.domain.dispatch.Dispatches;
import vn.lienthong.exchange.domain.event.Events;
import vn.lienthong.exchange.domain.keeping.KeptSignatures;
import vn.lienthong.exchange.domain.keypolicy.KeyGrants;
import vn.lienthong.exchange.domain.keypolicy.KeyPolicies;
import vn.lienthong.exchange.domain.keypolicy.UsageLedger;
import vn.lienthong.exchange.domain.ledger.Ledger;
import vn.lienthong.exchange.domain.ledger.Outbox;
import vn.lienthong.exchange.domain.oauth.ClientLedger;
import vn.lienthong.exchange.domain.oauth.OAuthLedger;
import vn.lienthong.exchange.domain.oauth.VisitLedger;
import vn.lienthong.exchange.domain.register.Registers;
import vn.lienthong.exchange.domain.relay.RelayLedger;
import vn.lienthong.exchange.domain.remote.ApprovalLedger;
import vn.lienthong.exchange.domain.remote.AuthorizationLedger;
import vn.lienthong.exchange.domain.solecontrol.FactorLedger;
import vn.lienthong.exchange.domain.solecontrol.PasskeyLedger;
import vn.lienthong.exchange.domain.upload.Uploads;
import vn.lienthong.exchange.domain.webhook.Pushes;
import vn.lienthong.exchange.domain.webhook.Webhooks;

/** All records on one connection. */
record JdbiLedger(Handle handle, LedgerParts parts) implements Ledger {
    @Override
    public Acceptances acceptances() {
        return new JdbiAcceptances(handle, parts);
    }

    @Override
    public Dispatches dispatches() {
        return new JdbiDispatches(handle);
    }

    @Override
    public Deliveries deliveries() {
        return new JdbiDeliveries(handle);
    }

    @Override
    public Copies copies() {
        return new JdbiCopies(handle);
    }

    @Override
    public Statuses statuses() {
        return new JdbiStatuses(handle);
    }

    @Override
    public AgencyDirectory agencies() {
        return new JdbiAgencies(handle);
    }

    @Override
    public DirectoryImports directoryImports() {
        return new JdbiDirectoryImports(handle);
    }

    @Override
    public Accounts accounts() {
        return new JdbiAccounts(handle, parts.vault());
    }

    @Override
    public AuditTrail audit() {
        return new JdbiAuditTrail(handle, parts);
    }

    @Override
    public SealedLog sealedLog() {
        return new JdbiSealedLog(handle);
    }

    @Override
    public LogTree logTree() {
        return new JdbiLogTree(handle);
    }

    @Override
    public Outbox outbox() {
        return new JdbiOutbox(handle);
    }

    @Override
    public KeyPolicies keyPolicies() {
        return new JdbiKeyPolicies(handle);
    }

    @Override
    public KeyGrants keyGrants() {
        return new JdbiKeyGrants(handle);
    }

    @Override
    public UsageLedger usage() {
        return new JdbiUsageLedger(handle);
    }

    @Override
    public ContentUse contentUse() {
        return new JdbiContentUse(handle);
    }

    @Override
    public FactorLedger factors() {
        return new JdbiFactors(handle, parts.vault());
    }

    @Override
    public PasskeyLedger passkeys() {
        return new JdbiPasskeys(handle);
    }

    @Override
    public AuthorizationLedger authorizations() {
        return new JdbiAuthorizations(handle);
    }

    @Override
    public ApprovalLedger approvals() {
        return new JdbiApprovals(handle);
    }

    @Override
    public ClientLedger clients() {
        return new JdbiClients(handle);
    }

    @Override
    public VisitLedger visits() {
        return new JdbiVisits(handle);
    }

    @Override
    public OAuthLedger oauth() {
        return new JdbiOAuth(handle);
    }

    @Override
    public Batches batches() {
        return new JdbiBatches(handle);
    }

    @Override
    public BatchWork batchWork() {
        return new JdbiBatchWork(handle);
    }

    @Override
    public KeptSignatures keptSignatures() {
        return new JdbiKeptSignatures(handle);
    }

    @Override
    public SetAsides setAsides() {
        return new JdbiSetAsides(handle);
    }

    @Override
    public Capabilities capabilities() {
        return new JdbiCapabilities(handle);
    }

    @Override
    public Uploads uploads() {
        return new JdbiUploads(handle);
    }

    @Override
    public Events events() {
        return new JdbiEvents(handle, parts);
    }

    @Override
    public Webhooks webhooks() {
        return new JdbiWebhooks(handle, parts.vault());
    }

    @Override
    public Pushes pushes() {
        return new JdbiPushes(handle);
    }

    @Override
    public Registers registers() {
        return new JdbiRegisters(handle);
    }

    @Override
    public Deadlines deadlines() {
        return new JdbiDeadlines(handle);
    }

    @Override
    public RelayLedger relay() {
        return new JdbiRelay(handle);
    }
}
