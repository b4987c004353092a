package vn.lienthong.exchange.wiring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import vn.lienthong.exchange.application.capacity.FailedAttempts;
import vn.lienthong.exchange.application.capacity.Pace;
import vn.lienthong.exchange.application.capacity.StrangersPace;
import vn.lienthong.exchange.boundary.door.Door;
import vn.lienthong.exchange.boundary.door.DoorSettings;
import vn.lienthong.exchange.boundary.request.PublicAddress;
import vn.lienthong.exchange.wiring.config.DoorConfig;
import vn.lienthong.exchange.wiring.config.ExchangeConfig;

/** The door that every request comes through. */
@ApplicationScoped
class DoorProducer {
    @Produces
    @Singleton
    Door door(ExchangeConfig config) {
        DoorConfig door = config.door();
        return Door.open(new DoorSettings(
                new Pace(door.pace(), door.grace(), door.strangerDeadline()),
                new Pace(door.pace(), door.grace(), door.deadline()),
                door.strangers(),
                door.strangersOfOneAddress(),
                door.ofOneCaller()));
    }

    /** Twenty wrong ones are a mistake in a setting; after that one every three seconds. */
    @Produces
    @Singleton
    FailedAttempts failedAttempts(Clock clock) {
        return new FailedAttempts(20, Duration.ofSeconds(3), Duration.ofHours(1), clock);
    }

    /** A watcher asks four questions a minute; one that reads all of a log asks as many as it may. */
    @Produces
    @Singleton
    StrangersPace strangersPace(Clock clock) {
        return new StrangersPace(new StrangersPace.Rate(240, 8), new StrangersPace.Rate(800, 160), clock);
    }

    @Produces
    @Singleton
    PublicAddress publicAddress(ExchangeConfig config) {
        return new PublicAddress(config.publicAddress());
    }

    void close(@Disposes Door door) {
        door.close();
    }
}
