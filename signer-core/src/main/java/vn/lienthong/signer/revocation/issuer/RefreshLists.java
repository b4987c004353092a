package vn.lienthong.signer.revocation.issuer;

import eu.europa.esig.dss.model.DSSException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.lienthong.signer.revocation.FetchLimits;
import vn.lienthong.signer.revocation.GuardedDataLoader;
import vn.lienthong.signer.revocation.issuer.IssuerSources.ListAddress;

/**
 * Keeps the lists of the configured issuers in a folder. Nodes that share the folder take turns, by a lock on a file in it;
 * nodes that have each their own fill each their own. Not for several threads.
 *
 * <p>A list is replaced only by one that its issuer signed, that is whole, and that has no smaller number: who can answer in
 * the issuer's place can keep a new list away, but bring no old one back.
 */
public final class RefreshLists {
    private static final Logger LOG = LoggerFactory.getLogger(RefreshLists.class);
    private static final Duration TURN = Duration.ofSeconds(30);
    private static final Duration FIRST_RETRY = Duration.ofMinutes(1);
    private static final Duration LAST_RETRY = Duration.ofMinutes(15);

    private final Path folder;
    private final List<One> lists;
    private final Clock clock;
    private final Map<Path, Failed> failed = new HashMap<>();

    private record One(IssuerSources issuer, ListAddress address, ListFile file, GuardedDataLoader loader) {}

    private record Failed(int times, Instant tryAgain) {}

    /** @param allowedInternal {@code host:port} that may lie in the internal network */
    public RefreshLists(Path folder, List<IssuerSources> issuers, Set<String> allowedInternal, Clock clock) {
        this.folder = folder;
        this.clock = clock;
        this.lists = issuers.stream()
                .flatMap(
                        issuer -> issuer.lists().stream().map(address -> one(folder, issuer, address, allowedInternal)))
                .toList();
    }

    private static One one(Path folder, IssuerSources issuer, ListAddress address, Set<String> allowedInternal) {
        Duration connect = address.deadline().compareTo(FetchLimits.DEFAULT.connect()) < 0
                ? address.deadline()
                : FetchLimits.DEFAULT.connect();
        return new One(
                issuer,
                address,
                ListFile.of(folder, issuer.name(), address.url().toString()),
                new GuardedDataLoader(
                        new FetchLimits(connect, address.deadline(), address.maxBytes(), allowedInternal)));
    }

    /**
     * Every list that was due has been looked at.
     *
     * @return how long to wait until the next one is due
     * @throws IOException if the folder cannot be used
     */
    public Duration run() throws IOException {
        if (lists.isEmpty()) {
            return Duration.ofDays(1);
        }
        try (FileChannel channel = FileChannel.open(
                        folder.resolve(".refresh.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock turn = turn(channel)) {
            if (turn == null) {
                return TURN;
            }
            Instant now = clock.instant();
            Duration wait = LAST_RETRY;
            for (One one : lists) {
                Instant due = due(one);
                if (!now.isBefore(due)) {
                    settle(one, look(one, now), now);
                    due = due(one);
                }
                Duration left = Duration.between(now, due);
                wait = left.compareTo(wait) < 0 ? left : wait;
            }
            return wait.isPositive() ? wait : FIRST_RETRY;
        }
    }

    private static @Nullable FileLock turn(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null; // another part of this process is at it
        }
    }

    private Instant due(One one) throws IOException {
        Failed last = failed.get(one.file().file());
        if (last != null) {
            return last.tryAgain();
        }
        Optional<Instant> lookedAt = one.file().lookedAt();
        Optional<CheckedList> list = one.file().list(one.issuer().issuer());
        if (lookedAt.isEmpty() || list.isEmpty()) {
            return Instant.MIN;
        }
        Instant again = lookedAt.get().plus(one.address().every());
        Instant before = list.get().nextUpdate().minus(one.address().before());
        // a list that is looked at near its end is not looked at without pause
        Instant soon = lookedAt.get().plus(FIRST_RETRY);
        Instant first = before.isBefore(again) ? before : again;
        return first.isBefore(soon) ? soon : first;
    }

    /** Empty if the folder has what the issuer publishes now. */
    private Optional<ListFault> look(One one, Instant now) {
        try {
            byte[] der = one.loader().get(one.address().url().toString());
            return switch (CheckedList.read(der, one.issuer().issuer(), now)) {
                case CheckedList.Reading.Refused(ListFault fault) -> Optional.of(fault);
                case CheckedList.Reading.Read(CheckedList list) -> take(one, der, list, now);
            };
        } catch (DSSException e) {
            LOG.info(
                    "the revocation list of {} is not to be had: {}",
                    one.issuer().name(),
                    e.toString());
            return Optional.of(ListFault.UNREACHABLE);
        }
    }

    private static Optional<ListFault> take(One one, byte[] der, CheckedList list, Instant now) {
        try {
            Optional<CheckedList> present = one.file().list(one.issuer().issuer());
            if (present.isPresent() && list.isOlderThan(present.get())) {
                return Optional.of(ListFault.OLDER);
            }
            if (present.isPresent() && present.get().equals(list)) {
                one.file().looked(now);
            } else {
                one.file().replace(der, now);
            }
            return Optional.empty();
        } catch (IOException e) {
            LOG.warn("the revocation list of {} cannot be written", one.issuer().name(), e);
            return Optional.of(ListFault.NOT_WRITTEN);
        }
    }

    private void settle(One one, Optional<ListFault> fault, Instant now) {
        Path file = one.file().file();
        if (fault.isEmpty()) {
            failed.remove(file);
            return;
        }
        int times = Optional.ofNullable(failed.get(file)).map(Failed::times).orElse(0) + 1;
        Duration retry = FIRST_RETRY.multipliedBy(1L << Math.min(times - 1, 4));
        Duration wait = retry.compareTo(LAST_RETRY) < 0 ? retry : LAST_RETRY;
        failed.put(file, new Failed(times, now.plus(wait)));
        LOG.warn(
                "the revocation list of {} at {} was not taken and is tried again in {}: {}",
                one.issuer().name(),
                one.address().url(),
                wait,
                fault.get());
    }
}
