package vn.lienthong.exchange.boundary.door;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import vn.lienthong.exchange.application.capacity.WaitingPlaces;

/** All requests that are being answered, and the watchman who ends waits that last too long. Thread-safe. */
public final class Door implements AutoCloseable {
    /** How late a wait may be ended, in milliseconds. */
    private static final long ROUND = 100;

    private final DoorSettings settings;
    private final WaitingPlaces strangers;
    private final WaitingPlaces callers;
    private final Set<Watch> watches = ConcurrentHashMap.newKeySet();
    private final Thread watchman;

    private Door(DoorSettings settings) {
        this.settings = settings;
        this.strangers = new WaitingPlaces(settings.strangers(), settings.strangersOfOneAddress());
        this.callers = new WaitingPlaces(Integer.MAX_VALUE, settings.ofOneCaller());
        // a thread of its own: one of the container's pool would not come round while others keep that busy
        this.watchman = Thread.ofPlatform().daemon().name("door-watchman").unstarted(this::goRound);
    }

    /** A door with its watchman at work. */
    public static Door open(DoorSettings settings) {
        Door door = new Door(settings);
        door.watchman.start();
        return door;
    }

    DoorSettings settings() {
        return settings;
    }

    WaitingPlaces strangers() {
        return strangers;
    }

    WaitingPlaces callers() {
        return callers;
    }

    /** A watch over the present thread, until it is given back. */
    Watch watch() {
        Watch watch = new Watch(Thread.currentThread());
        watches.add(watch);
        return watch;
    }

    void giveBack(Watch watch) {
        watches.remove(watch);
    }

    private void goRound() {
        try {
            while (true) {
                Thread.sleep(ROUND);
                long now = System.nanoTime();
                watches.forEach(watch -> watch.look(now));
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        watchman.interrupt();
    }
}
