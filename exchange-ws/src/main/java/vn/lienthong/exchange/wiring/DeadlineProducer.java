package vn.lienthong.exchange.wiring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import vn.lienthong.exchange.application.deadline.DecideDeadlines;
import vn.lienthong.exchange.application.deadline.ReadDeadlines;
import vn.lienthong.exchange.application.deadline.WatchDeadlines;
import vn.lienthong.exchange.domain.ledger.UnitOfWork;

/** The use cases of deadlines. */
@ApplicationScoped
class DeadlineProducer {
    @Produces
    @Singleton
    ReadDeadlines readDeadlines(UnitOfWork unitOfWork, Clock clock) {
        return new ReadDeadlines(unitOfWork, clock);
    }

    @Produces
    @Singleton
    DecideDeadlines decideDeadlines(UnitOfWork unitOfWork, Clock clock) {
        return new DecideDeadlines(unitOfWork, clock);
    }

    @Produces
    @Singleton
    WatchDeadlines watchDeadlines(UnitOfWork unitOfWork, Clock clock) {
        return new WatchDeadlines(unitOfWork, clock);
    }
}
