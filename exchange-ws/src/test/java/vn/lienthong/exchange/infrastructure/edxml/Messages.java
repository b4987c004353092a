package vn.lienthong.exchange.infrastructure.edxml;

/** Messages of the tests' own making, from which each test removes or changes what it is about. */
final class Messages {
    static final String NS = "http://www.mic.gov.vn/TBT/QCVN_102_2016";

    static final String HEADER = """
            <edXML:MessageHeader>
              <edXML:From><edXML:OrganId>H03</edXML:OrganId><edXML:OrganName>UBND tỉnh Bắc Kạn</edXML:OrganName></edXML:From>
              <edXML:To><edXML:OrganId>H41</edXML:OrganId><edXML:OrganName>UBND tỉnh Nghệ An</edXML:OrganName></edXML:To>
              <edXML:To><edXML:OrganId>G22</edXML:OrganId><edXML:OrganName>Văn phòng Chính phủ</edXML:OrganName></edXML:To>
              <edXML:DocumentId>H03,2026/11/20,12/UBND-VP</edXML:DocumentId>
              <edXML:Code><edXML:CodeNumber>12</edXML:CodeNumber><edXML:CodeNotation>UBND-VP</edXML:CodeNotation></edXML:Code>
              <edXML:PromulgationInfo><edXML:Place>Bắc Kạn</edXML:Place><edXML:PromulgationDate>2026/11/20</edXML:PromulgationDate></edXML:PromulgationInfo>
              <edXML:DocumentType><edXML:TypeName>Công văn</edXML:TypeName></edXML:DocumentType>
              <edXML:Subject>V/v liên thông văn bản</edXML:Subject>
              <edXML:SignerInfo><edXML:FullName>Nguyễn Văn A</edXML:FullName></edXML:SignerInfo>
              <edXML:OtherInfo><edXML:Priority>0</edXML:Priority></edXML:OtherInfo>
            </edXML:MessageHeader>
            """;

    static final String TRACES = """
            <edXML:TraceHeaderList>
              <edXML:Bussiness><edXML:BussinessDocType>0</edXML:BussinessDocType></edXML:Bussiness>
              <edXML:TraceHeader><edXML:OrganId>H03</edXML:OrganId><edXML:Timestamp>2026/11/20 08:00:00</edXML:Timestamp></edXML:TraceHeader>
            </edXML:TraceHeaderList>
            """;

    static final String MANIFEST = """
            <edXML:edXMLManifest version="1.0"><edXML:Reference><edXML:ContentId>cid:1</edXML:ContentId><edXML:AttachmentName>a.pdf</edXML:AttachmentName></edXML:Reference></edXML:edXMLManifest>
            """;

    static final String STATUS_FIELDS = """
            <edXML:From><edXML:OrganId>H41</edXML:OrganId><edXML:OrganName>UBND tỉnh Nghệ An</edXML:OrganName></edXML:From>
            <edXML:ResponseFor><edXML:OrganId>H03</edXML:OrganId><edXML:Code>12/UBND-VP</edXML:Code><edXML:DocumentId>H03,2026/11/20,12/UBND-VP</edXML:DocumentId></edXML:ResponseFor>
            <edXML:StatusCode>03</edXML:StatusCode>
            <edXML:Timestamp>20/11/2026 09:30:00</edXML:Timestamp>
            """;

    private Messages() {}

    static String attachment(String id, String base64) {
        return "<Attachment><ContentId>" + id + "</ContentId><AttachmentName>a.pdf</AttachmentName>"
                + "<ContentTransferEncoded>" + base64 + "</ContentTransferEncoded></Attachment>";
    }

    /** A good document with one attachment. */
    static String document() {
        return document(HEADER, TRACES, MANIFEST, attachment("1", "aGVsbG8="));
    }

    static String document(String header, String traces, String manifest, String attachments) {
        return "<edXML xmlns='" + NS + "'><edXML:edXMLEnvelope xmlns:edXML='" + NS + "'><edXML:edXMLHeader>" + header
                + traces + "</edXML:edXMLHeader><edXML:edXMLBody>" + manifest
                + "</edXML:edXMLBody></edXML:edXMLEnvelope><AttachmentEncoded>" + attachments
                + "</AttachmentEncoded></edXML>";
    }

    /** The good document without what stands between two tags, tags included. */
    static String documentWithout(String element) {
        return document().replaceFirst("(?s)<edXML:" + element + ">.*</edXML:" + element + ">", "");
    }
}
