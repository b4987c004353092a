package vn.lienthong.signer.token.cryptoki;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import vn.lienthong.signer.algorithm.Bytes;
import vn.lienthong.signer.token.KeyLocator;

/** A list of attributes with their values, as C_FindObjectsInit and the functions that make objects take it. */
final class Template {
    /** Size of one CK_ATTRIBUTE: type, pointer, length. */
    static final long ATTRIBUTE = 24;

    private final Map<AttributeType, Bytes> attributes = new EnumMap<>(AttributeType.class);

    static Template of(ObjectClass objectClass) {
        return new Template().with(AttributeType.CKA_CLASS, objectClass.value());
    }

    /** What is searched for: objects of that class, with that id and label as far as the locator names them. */
    static Template of(ObjectClass objectClass, KeyLocator locator) {
        Template template = of(objectClass);
        locator.id().ifPresent(id -> template.with(AttributeType.CKA_ID, id));
        locator.label().ifPresent(label -> template.with(AttributeType.CKA_LABEL, label));
        return template;
    }

    Template with(AttributeType type, Bytes value) {
        attributes.put(type, value);
        return this;
    }

    Template with(AttributeType type, String value) {
        return with(type, Bytes.of(value.getBytes(StandardCharsets.UTF_8)));
    }

    Template with(AttributeType type, boolean value) {
        return with(type, Bytes.of(new byte[] {(byte) (value ? 1 : 0)}));
    }

    Template with(AttributeType type, long value) {
        byte[] octets = ByteBuffer.allocate(Long.BYTES)
                .order(ByteOrder.nativeOrder())
                .putLong(value)
                .array();
        return with(type, Bytes.of(octets));
    }

    int size() {
        return attributes.size();
    }

    /** The CK_ATTRIBUTE array, alive as long as the arena. */
    MemorySegment in(Arena arena) {
        MemorySegment array = arena.allocate(ATTRIBUTE * attributes.size(), Long.BYTES);
        long offset = 0;
        for (Map.Entry<AttributeType, Bytes> attribute : attributes.entrySet()) {
            byte[] value = attribute.getValue().toArray();
            array.set(JAVA_LONG, offset, attribute.getKey().value());
            array.set(ADDRESS, offset + 8, arena.allocateFrom(JAVA_BYTE, value));
            array.set(JAVA_LONG, offset + 16, value.length);
            offset += ATTRIBUTE;
        }
        return array;
    }
}
