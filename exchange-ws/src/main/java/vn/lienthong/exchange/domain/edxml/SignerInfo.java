package vn.lienthong.exchange.domain.edxml;

/**
 * Who signed the document. Absent texts are empty.
 *
 * @param competence the authority under which it was signed (quyền hạn), such as {@code TL. BỘ TRƯỞNG}
 */
public record SignerInfo(String competence, String position, String fullName) {}
