package vn.lienthong.bench.measure;

/** One operation of one worker, done again and again. */
@FunctionalInterface
public interface Operation {
    void run() throws Exception;
}
