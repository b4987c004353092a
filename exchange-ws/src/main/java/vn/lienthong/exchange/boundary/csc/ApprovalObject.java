package vn.lienthong.exchange.boundary.csc;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import vn.lienthong.exchange.domain.remote.SignedWords;

/**
 * The authentication object of type ChallengeResponseOOB: the official answers on a device of the official's own, on this
 * server's page, and the application asks what became of it.
 *
 * <p>Source: CSC API v2, sections 11.5 (auth/objects), 11.6 and 11.7.
 */
final class ApprovalObject {
    static final String ID = "APPROVAL";

    /** Source: CSC API v2, section 8.2.2 (description). */
    private static final int LONGEST_DESCRIPTION = 500;

    private static final int LONGEST_LABEL = 200;

    private ApprovalObject() {}

    static void describe(ObjectNode object) {
        object.put("type", "ChallengeResponseOOB").put("id", ID).put("label", "Chấp thuận trên thiết bị của người ký");
        object.put(
                "description",
                "Người ký mở trang yêu cầu chờ ký của máy chủ trên thiết bị của mình; ứng dụng hỏi kết quả bằng credentials/authorizeCheck");
    }

    /** What the application says of the whole; empty where it says nothing. */
    static String description(CscBody body) {
        String text = body.optionalText("description").orElse("");
        if (text.length() > LONGEST_DESCRIPTION || text.indexOf('\0') >= 0) {
            throw CscRefusal.invalidRequest("Invalid parameter description");
        }
        return text;
    }

    /** What the application calls each of the hashes: the member {@code label} of each {@code documentInfo}. */
    static List<String> labels(CscBody body, List<SignedWords> words) {
        List<String> labels = new ArrayList<>();
        for (ObjectNode document : body.objects("documentInfo")) {
            String label = document.path("label").asText();
            labels.add(label.length() <= LONGEST_LABEL ? label : label.substring(0, LONGEST_LABEL));
        }
        while (labels.size() < words.size()) {
            labels.add("");
        }
        // No text of ours has a NUL, and PostgreSQL stores none.
        Stream<String> said = words.stream().flatMap(each -> each.texts().stream());
        if (Stream.concat(labels.stream(), said).anyMatch(text -> text.indexOf('\0') >= 0)) {
            throw CscRefusal.invalidRequest("Invalid parameter documentInfo");
        }
        return labels;
    }
}
