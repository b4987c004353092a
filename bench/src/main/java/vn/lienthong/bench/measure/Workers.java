package vn.lienthong.bench.measure;

/** Makes each worker's operation. */
@FunctionalInterface
public interface Workers {
    /** @param worker counted from 0 */
    Operation operation(int worker) throws Exception;
}
