package vn.lienthong.signer.token.cryptoki;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import vn.lienthong.signer.algorithm.Bytes;
import vn.lienthong.signer.token.KeyLocator;
import vn.lienthong.signer.token.Pin;
import vn.lienthong.signer.token.TokenFault;

/** One session with one token. Used by one thread at a time; void when the module starts again. */
public final class CryptokiSession implements AutoCloseable {
    private static final int MOST_FOUND = 1024;

    private final CryptokiModule module;
    private final long generation;
    private final long handle;

    CryptokiSession(CryptokiModule module, long generation, long handle) {
        this.module = module;
        this.generation = generation;
        this.handle = handle;
    }

    /**
     * That user is logged in on the token, by this call or by another session of this process.
     *
     * @throws TokenFault of kind {@code PIN_REFUSED} if the token does not take the PIN
     */
    public void login(TokenUser user, Pin pin) throws TokenFault {
        NativeFunctions functions = module.enter(generation);
        long returned;
        try (NativePin octets = new NativePin(pin)) {
            returned = functions.login(handle, user.value(), octets.segment(), octets.length());
        } finally {
            module.leave();
        }
        if (!ReturnValue.CKR_USER_ALREADY_LOGGED_IN.is(returned)) {
            ReturnValue.requireOk(returned, "C_Login");
        }
    }

    /** Nobody is logged in on the token in this process, in any of its sessions. */
    public void logout() throws TokenFault {
        call("C_Logout", f -> f.logout(handle));
    }

    /** The token's user has that PIN. Wants a writing session with the security officer logged in. */
    public void initPin(Pin user) throws TokenFault {
        try (NativePin pin = new NativePin(user)) {
            call("C_InitPIN", f -> f.initPin(handle, pin.segment(), pin.length()));
        }
    }

    /** What the module says of this session now. */
    public SessionInfo info() throws TokenFault {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment info = arena.allocate(SessionInfo.SIZE, Long.BYTES);
            call("C_GetSessionInfo", f -> f.getSessionInfo(handle, info));
            return new SessionInfo(info.get(JAVA_LONG, 0), info.get(JAVA_LONG, 8), info.get(JAVA_LONG, 24));
        }
    }

    /** Handles of the objects of that class which the locator fits, at most 1024 of them. */
    public long[] find(ObjectClass objectClass, KeyLocator locator) throws TokenFault {
        return find(Template.of(objectClass, locator));
    }

    /** Handles of all objects of that class, at most 1024 of them. */
    public long[] findAll(ObjectClass objectClass) throws TokenFault {
        return find(Template.of(objectClass));
    }

    private long[] find(Template template) throws TokenFault {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment attributes = template.in(arena);
            MemorySegment found = arena.allocate(JAVA_LONG, MOST_FOUND);
            MemorySegment count = arena.allocate(JAVA_LONG);
            call("C_FindObjectsInit", f -> f.findObjectsInit(handle, attributes, template.size()));
            try {
                call("C_FindObjects", f -> f.findObjects(handle, found, MOST_FOUND, count));
            } finally {
                call("C_FindObjectsFinal", f -> f.findObjectsFinal(handle));
            }
            return found.asSlice(0, count.get(JAVA_LONG, 0) * Long.BYTES).toArray(JAVA_LONG);
        }
    }

    /** The value of one attribute of an object. */
    Bytes attribute(long object, AttributeType type) throws TokenFault {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment attribute = arena.allocate(Template.ATTRIBUTE, Long.BYTES);
            attribute.set(JAVA_LONG, 0, type.value());
            call("C_GetAttributeValue", f -> f.getAttributeValue(handle, object, attribute, 1));
            MemorySegment value = arena.allocate(Math.max(1, attribute.get(JAVA_LONG, 16)));
            attribute.set(ADDRESS, 8, value);
            call("C_GetAttributeValue", f -> f.getAttributeValue(handle, object, attribute, 1));
            return Bytes.of(value.asSlice(0, attribute.get(JAVA_LONG, 16)).toArray(JAVA_BYTE));
        }
    }

    /** The object is on the token; the answer is its handle. */
    long create(Template template) throws TokenFault {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment object = arena.allocate(JAVA_LONG);
            MemorySegment attributes = template.in(arena);
            call("C_CreateObject", f -> f.createObject(handle, attributes, template.size(), object));
            return object.get(JAVA_LONG, 0);
        }
    }

    /** The object is gone from the token for good. */
    public void destroy(long object) throws TokenFault {
        call("C_DestroyObject", f -> f.destroyObject(handle, object));
    }

    /** A pair is on the token; the answer is the handles of its public and its private key. */
    long[] generateKeyPair(Mechanism mechanism, Template publicKey, Template privateKey) throws TokenFault {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment how = arena.allocate(24, Long.BYTES);
            how.set(JAVA_LONG, 0, mechanism.value());
            MemorySegment ofPublic = publicKey.in(arena);
            MemorySegment ofPrivate = privateKey.in(arena);
            MemorySegment handles = arena.allocate(JAVA_LONG, 2);
            call(
                    "C_GenerateKeyPair",
                    f -> f.generateKeyPair(
                            handle,
                            how,
                            ofPublic,
                            publicKey.size(),
                            ofPrivate,
                            privateKey.size(),
                            handles,
                            handles.asSlice(Long.BYTES)));
            return handles.toArray(JAVA_LONG);
        }
    }

    /**
     * The module signed {@code length} octets of {@code content} into {@code signature}; the answer is how many octets it
     * wrote. Both functions run in one passage through the gate.
     */
    long sign(MemorySegment mechanism, long key, MemorySegment content, long length, SignatureBuffer signature)
            throws TokenFault {
        NativeFunctions functions = module.enter(generation);
        long begun;
        long signed = 0;
        try {
            begun = functions.signInit(handle, mechanism, key);
            if (ReturnValue.CKR_OK.is(begun)) {
                signed = functions.sign(handle, content, length, signature.octets(), signature.freshLength());
            }
        } finally {
            module.leave();
        }
        ReturnValue.requireOk(begun, "C_SignInit");
        ReturnValue.requireOk(signed, "C_Sign");
        return signature.length();
    }

    private void call(String function, CryptokiModule.NativeCall call) throws TokenFault {
        module.call(generation, function, call);
    }

    @Override
    public void close() {
        try {
            call("C_CloseSession", f -> f.closeSession(handle));
        } catch (TokenFault e) {
            // The session is gone already, or its device is: nothing is left to give back.
            return;
        }
    }
}
