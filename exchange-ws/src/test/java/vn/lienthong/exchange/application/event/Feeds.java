package vn.lienthong.exchange.application.event;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Set;
import vn.lienthong.exchange.domain.account.Caller;
import vn.lienthong.exchange.domain.event.Event;
import vn.lienthong.exchange.domain.event.EventKind;
import vn.lienthong.exchange.infrastructure.vault.AesGcmVault;
import vn.lienthong.exchange.it.TestExchange;

/** The feed over a real database. */
final class Feeds {
    final SequenceEvents sequence;
    final ReadFeed feed;
    final AwaitEvents await;

    Feeds(TestExchange exchange, Path folder) {
        sequence = new SequenceEvents(exchange.unitOfWork, exchange.clock);
        try {
            Path key = Files.writeString(folder.resolve("feed.key"), "1e".repeat(32));
            feed = new ReadFeed(exchange.unitOfWork, AesGcmVault.ofKeyFile(key, new SecureRandom()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        await = new AwaitEvents(exchange.unitOfWork, exchange.clock, Runnable::run);
    }

    /** All that is committed is in the feed. */
    void settle() {
        while (sequence.run()) {
            // until nothing waits
        }
    }

    FeedPage page(Caller caller, String after, int limit) {
        return feed.page(caller, new FeedQuery(Set.of(), Set.of(), after, limit));
    }

    List<Event> all(Caller caller) {
        settle();
        return page(caller, null, 1000).events();
    }

    List<EventKind> kinds(Caller caller) {
        return all(caller).stream().map(event -> event.what().kind()).toList();
    }
}
