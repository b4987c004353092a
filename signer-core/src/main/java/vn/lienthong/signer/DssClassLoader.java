package vn.lienthong.signer;

import java.util.function.Supplier;

/**
 * Lets DSS find its parts from any thread. DSS asks ServiceLoader, which looks in the context class loader of the calling
 * thread; on an executor of an application server that may be one that knows nothing of DSS.
 */
public final class DssClassLoader {
    private DssClassLoader() {}

    /** The result of {@code work}, run with this library's class loader as the thread's context class loader. */
    public static <T> T call(Supplier<T> work) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(DssClassLoader.class.getClassLoader());
        try {
            return work.get();
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
