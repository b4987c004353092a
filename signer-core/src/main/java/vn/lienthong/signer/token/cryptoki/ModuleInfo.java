package vn.lienthong.signer.token.cryptoki;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.MemorySegment;

/** What a module says of itself; versions as {@code major.minor}. */
public record ModuleInfo(String cryptokiVersion, String manufacturer, String description, String libraryVersion) {
    static final long SIZE = 88;

    /** Source: PKCS#11 v2.40 §3.1, CK_INFO. */
    static ModuleInfo of(MemorySegment info) {
        return new ModuleInfo(version(info, 0), Text.at(info, 2, 32), Text.at(info, 48, 32), version(info, 80));
    }

    private static String version(MemorySegment info, long offset) {
        return Byte.toUnsignedInt(info.get(JAVA_BYTE, offset))
                + "."
                + Byte.toUnsignedInt(info.get(JAVA_BYTE, offset + 1));
    }
}
