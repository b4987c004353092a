package vn.lienthong.exchange.domain.edxml;

import java.util.List;
import java.util.OptionalInt;

/**
 * The {@code OtherInfo} of a document. Absent texts are empty.
 *
 * @param sphereOfPromulgation how far it may circulate (phạm vi lưu hành)
 * @param typerNotation who drafted it (ký hiệu người soạn thảo)
 * @param promulgationAmount number of copies issued
 * @param replyFors as written
 * @param direction whether it gives an instruction (văn bản chỉ đạo)
 * @param referenceCodes as written
 */
public record OtherInfo(
        Priority priority,
        String sphereOfPromulgation,
        String typerNotation,
        OptionalInt promulgationAmount,
        OptionalInt pageAmount,
        String replyFors,
        boolean direction,
        String referenceCodes,
        List<String> appendixes) {
    public OtherInfo {
        appendixes = List.copyOf(appendixes);
    }

    /** Only a priority. */
    public static OtherInfo of(Priority priority) {
        return new OtherInfo(priority, "", "", OptionalInt.empty(), OptionalInt.empty(), "", false, "", List.of());
    }
}
