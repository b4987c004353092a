package vn.lienthong.bench.measure;

/** One operation of one worker, done again and again by one thread. An exception is a fault: it ends the measurement. */
@FunctionalInterface
public interface Operation extends AutoCloseable {
    void run() throws Exception;

    /** What the worker holds is given back. */
    @Override
    default void close() {}
}
