package vn.lienthong.exchange.wiring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import vn.lienthong.exchange.application.keypolicy.ChangeKeyGrants;
import vn.lienthong.exchange.application.keypolicy.ChangeKeyPolicy;
import vn.lienthong.exchange.application.keypolicy.KeyUses;
import vn.lienthong.exchange.application.keypolicy.UsageMeter;
import vn.lienthong.exchange.boundary.request.RequestId;
import vn.lienthong.exchange.domain.ledger.IdSource;
import vn.lienthong.exchange.domain.ledger.UnitOfWork;
import vn.lienthong.exchange.domain.ledger.UseRecords;

/** Who may use which key, and how often. */
@ApplicationScoped
class KeyPolicyProducer {
    @Produces
    @Singleton
    UsageMeter usageMeter(UnitOfWork unitOfWork, IdSource ids, Clock clock) {
        return new UsageMeter(unitOfWork, ids, clock, System.getProperty("jboss.node.name", "node"));
    }

    @Produces
    @Singleton
    KeyUses keyUses(UnitOfWork unitOfWork, UseRecords records, UsageMeter meter, Clock clock) {
        return new KeyUses(unitOfWork, records, meter, RequestId::current, clock);
    }

    @Produces
    @Singleton
    ChangeKeyPolicy changeKeyPolicy(UnitOfWork unitOfWork, IdSource ids, Clock clock) {
        return new ChangeKeyPolicy(unitOfWork, ids, clock);
    }

    @Produces
    @Singleton
    ChangeKeyGrants changeKeyGrants(UnitOfWork unitOfWork, IdSource ids, Clock clock) {
        return new ChangeKeyGrants(unitOfWork, ids, clock);
    }
}
