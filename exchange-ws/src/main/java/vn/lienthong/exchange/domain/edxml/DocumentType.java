package vn.lienthong.exchange.domain.edxml;

/**
 * The kind of a document (loại văn bản). The field uses the two numbers inconsistently, so the name is what counts.
 *
 * @param type as written, empty when absent
 * @param typeDetail as written, empty when absent
 * @param typeName such as {@code Công văn}
 */
public record DocumentType(String type, String typeDetail, String typeName) {}
