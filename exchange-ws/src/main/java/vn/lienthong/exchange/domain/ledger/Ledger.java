package vn.lienthong.exchange.domain.ledger;

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

/** All records within one transaction; not to be kept beyond it, nor shared with another thread. */
public interface Ledger {
    Acceptances acceptances();

    Dispatches dispatches();

    Deliveries deliveries();

    Copies copies();

    Statuses statuses();

    AgencyDirectory agencies();

    DirectoryImports directoryImports();

    Accounts accounts();

    AuditTrail audit();

    SealedLog sealedLog();

    LogTree logTree();

    Outbox outbox();

    KeyPolicies keyPolicies();

    KeyGrants keyGrants();

    UsageLedger usage();

    ContentUse contentUse();

    FactorLedger factors();

    PasskeyLedger passkeys();

    AuthorizationLedger authorizations();

    ApprovalLedger approvals();

    ClientLedger clients();

    VisitLedger visits();

    OAuthLedger oauth();

    Batches batches();

    BatchWork batchWork();

    KeptSignatures keptSignatures();

    SetAsides setAsides();

    Capabilities capabilities();

    Events events();

    Uploads uploads();

    Webhooks webhooks();

    Pushes pushes();

    Registers registers();

    Deadlines deadlines();

    RelayLedger relay();
}
