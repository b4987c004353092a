package vn.lienthong.signer.token.cryptoki;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;

/**
 * The functions of one loaded module, as its CK_FUNCTION_LIST names them: arguments as in C, the return value untouched.
 *
 * <p>CK_ULONG is a Java {@code long} and the structures are laid out by the C compiler's own alignment: Linux on 64 bits.
 * Thread-safe as far as the module is. The library stays loaded for the life of the process: a call that hangs in it may
 * return at any time, and its code must still be there.
 *
 * <p>Source: PKCS#11 v2.40 base specification §5; pkcs11f.h for the order of the pointers.
 */
final class NativeFunctions {
    private static final MethodHandle L = shape(JAVA_LONG);
    private static final MethodHandle P = shape(ADDRESS);
    private static final MethodHandle LL = shape(JAVA_LONG, JAVA_LONG);
    private static final MethodHandle LP = shape(JAVA_LONG, ADDRESS);
    private static final MethodHandle BPP = shape(JAVA_BYTE, ADDRESS, ADDRESS);
    private static final MethodHandle LLP = shape(JAVA_LONG, JAVA_LONG, ADDRESS);
    private static final MethodHandle LPL = shape(JAVA_LONG, ADDRESS, JAVA_LONG);
    private static final MethodHandle LPP = shape(JAVA_LONG, ADDRESS, ADDRESS);
    private static final MethodHandle LLPL = shape(JAVA_LONG, JAVA_LONG, ADDRESS, JAVA_LONG);
    private static final MethodHandle LPLP = shape(JAVA_LONG, ADDRESS, JAVA_LONG, ADDRESS);
    private static final MethodHandle LLPPP = shape(JAVA_LONG, JAVA_LONG, ADDRESS, ADDRESS, ADDRESS);
    private static final MethodHandle LPLPP = shape(JAVA_LONG, ADDRESS, JAVA_LONG, ADDRESS, ADDRESS);
    private static final MethodHandle LPPLPLPP =
            shape(JAVA_LONG, ADDRESS, ADDRESS, JAVA_LONG, ADDRESS, JAVA_LONG, ADDRESS, ADDRESS);

    private final MemorySegment list;

    private NativeFunctions(MemorySegment list) {
        this.list = list;
    }

    /**
     * The library is loaded and its list of functions read.
     *
     * @throws IllegalArgumentException if the file cannot be loaded or is no PKCS#11 module
     */
    @SuppressWarnings("restricted") // the binding is what native access was granted for
    static NativeFunctions load(Path library) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment entry = SymbolLookup.libraryLookup(library, Arena.global())
                    .find("C_GetFunctionList")
                    .orElseThrow(() -> new IllegalArgumentException(library + " exports no C_GetFunctionList"));
            MemorySegment pointer = arena.allocate(ADDRESS);
            long returned = invoked(() -> (long) P.invokeExact(entry, pointer));
            if (returned != 0) {
                throw new IllegalArgumentException(library + ": C_GetFunctionList returned " + returned);
            }
            return new NativeFunctions(pointer.get(ADDRESS, 0).reinterpret(ADDRESS.byteSize() * 69));
        }
    }

    @SuppressWarnings("restricted") // as above
    private static MethodHandle shape(MemoryLayout... arguments) {
        return Linker.nativeLinker().downcallHandle(FunctionDescriptor.of(JAVA_LONG, arguments));
    }

    /** The pointers follow the version, which is padded to the size of one pointer. */
    private MemorySegment at(int index) {
        return list.get(ADDRESS, ADDRESS.byteSize() * (1 + index));
    }

    private interface Invocation {
        long run() throws Throwable;
    }

    private static long invoked(Invocation invocation) {
        try {
            return invocation.run();
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("a downcall throws nothing checked", e);
        }
    }

    long initialize(MemorySegment args) {
        return invoked(() -> (long) P.invokeExact(at(0), args));
    }

    long finalizeModule(MemorySegment reserved) {
        return invoked(() -> (long) P.invokeExact(at(1), reserved));
    }

    long getInfo(MemorySegment info) {
        return invoked(() -> (long) P.invokeExact(at(2), info));
    }

    long getSlotList(byte tokenPresent, MemorySegment slots, MemorySegment count) {
        return invoked(() -> (long) BPP.invokeExact(at(4), tokenPresent, slots, count));
    }

    long getSlotInfo(long slot, MemorySegment info) {
        return invoked(() -> (long) LP.invokeExact(at(5), slot, info));
    }

    long getTokenInfo(long slot, MemorySegment info) {
        return invoked(() -> (long) LP.invokeExact(at(6), slot, info));
    }

    long getMechanismList(long slot, MemorySegment mechanisms, MemorySegment count) {
        return invoked(() -> (long) LPP.invokeExact(at(7), slot, mechanisms, count));
    }

    long getMechanismInfo(long slot, long mechanism, MemorySegment info) {
        return invoked(() -> (long) LLP.invokeExact(at(8), slot, mechanism, info));
    }

    long initToken(long slot, MemorySegment pin, long pinLength, MemorySegment label) {
        return invoked(() -> (long) LPLP.invokeExact(at(9), slot, pin, pinLength, label));
    }

    long initPin(long session, MemorySegment pin, long pinLength) {
        return invoked(() -> (long) LPL.invokeExact(at(10), session, pin, pinLength));
    }

    long openSession(long slot, long flags, MemorySegment application, MemorySegment callback, MemorySegment session) {
        return invoked(() -> (long) LLPPP.invokeExact(at(12), slot, flags, application, callback, session));
    }

    long closeSession(long session) {
        return invoked(() -> (long) L.invokeExact(at(13), session));
    }

    long closeAllSessions(long slot) {
        return invoked(() -> (long) L.invokeExact(at(14), slot));
    }

    long getSessionInfo(long session, MemorySegment info) {
        return invoked(() -> (long) LP.invokeExact(at(15), session, info));
    }

    long login(long session, long user, MemorySegment pin, long pinLength) {
        return invoked(() -> (long) LLPL.invokeExact(at(18), session, user, pin, pinLength));
    }

    long logout(long session) {
        return invoked(() -> (long) L.invokeExact(at(19), session));
    }

    long createObject(long session, MemorySegment template, long count, MemorySegment object) {
        return invoked(() -> (long) LPLP.invokeExact(at(20), session, template, count, object));
    }

    long destroyObject(long session, long object) {
        return invoked(() -> (long) LL.invokeExact(at(22), session, object));
    }

    long getAttributeValue(long session, long object, MemorySegment template, long count) {
        return invoked(() -> (long) LLPL.invokeExact(at(24), session, object, template, count));
    }

    long findObjectsInit(long session, MemorySegment template, long count) {
        return invoked(() -> (long) LPL.invokeExact(at(26), session, template, count));
    }

    long findObjects(long session, MemorySegment objects, long max, MemorySegment count) {
        return invoked(() -> (long) LPLP.invokeExact(at(27), session, objects, max, count));
    }

    long findObjectsFinal(long session) {
        return invoked(() -> (long) L.invokeExact(at(28), session));
    }

    long signInit(long session, MemorySegment mechanism, long key) {
        return invoked(() -> (long) LPL.invokeExact(at(42), session, mechanism, key));
    }

    long sign(
            long session,
            MemorySegment content,
            long contentLength,
            MemorySegment signature,
            MemorySegment signatureLength) {
        return invoked(
                () -> (long) LPLPP.invokeExact(at(43), session, content, contentLength, signature, signatureLength));
    }

    long generateKeyPair(
            long session,
            MemorySegment mechanism,
            MemorySegment publicTemplate,
            long publicCount,
            MemorySegment privateTemplate,
            long privateCount,
            MemorySegment publicKey,
            MemorySegment privateKey) {
        return invoked(() -> (long) LPPLPLPP.invokeExact(
                at(59),
                session,
                mechanism,
                publicTemplate,
                publicCount,
                privateTemplate,
                privateCount,
                publicKey,
                privateKey));
    }
}
