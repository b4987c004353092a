package vn.lienthong.exchange.boundary.web;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import vn.lienthong.exchange.application.readiness.Concern;
import vn.lienthong.exchange.application.readiness.Condition;
import vn.lienthong.signer.text.Language;
import vn.lienthong.signer.text.Text;

/** The page that a browser is shown at the root: what this is, whether it works, where to go on. A pure function. */
final class StatusPage {
    private static final Text TITLE = new Text("Liên Thông", "Liên Thông");
    private static final Text PURPOSE = new Text(
            "Hệ thống ký số, cấp dấu thời gian, kiểm tra và liên thông văn bản điện tử giữa các cơ quan nhà nước.",
            "Signs, timestamps, verifies and exchanges official documents between agencies.");
    private static final Text READY = new Text("Hệ thống đang hoạt động bình thường.", "The system is working.");
    private static final Text NOT_READY = new Text("Hệ thống chưa sẵn sàng.", "The system is not ready.");
    private static final Text PART = new Text("Thành phần", "Part");
    private static final Text STATE = new Text("Tình trạng", "State");
    private static final Text WORKS = new Text("Sẵn sàng", "Ready");
    private static final Text FAILS = new Text("Không sẵn sàng", "Not ready");
    private static final Text INTERFACES = new Text("Giao diện kết nối", "Interfaces");
    private static final Text DESCRIPTION =
            new Text("Mô tả API REST (OpenAPI)", "Description of the REST API (OpenAPI)");
    private static final Text VXP = new Text(
            "VXP, giao thức của Trục liên thông văn bản quốc gia: /VXPAdapter/adapter",
            "VXP, the protocol of the national axis: /VXPAdapter/adapter");
    private static final Text SOAP = new Text("Mô tả dịch vụ SOAP (WSDL)", "Description of the SOAP service (WSDL)");
    private static final Text CSC = new Text(
            "Ký số từ xa theo CSC API v2: gửi POST tới /csc/v2/info",
            "Remote signing by CSC API v2: POST to /csc/v2/info");
    private static final Text TSA =
            new Text("Dấu thời gian RFC 3161: gửi POST tới /tsa", "RFC 3161 timestamps: POST to /tsa");

    private StatusPage() {}

    static String render(Map<Condition, Boolean> conditions, Set<Concern> concerns, Language language) {
        StringBuilder rows = new StringBuilder();
        conditions.forEach((condition, holds) -> rows.append("<tr><td>")
                .append(name(condition).in(language))
                .append("</td><td class=\"")
                .append(holds ? "ok" : "bad")
                .append("\">")
                .append((holds ? WORKS : FAILS).in(language))
                .append("</td></tr>\n"));
        StringBuilder warnings = new StringBuilder();
        concerns.forEach(concern -> warnings.append("<p class=\"bad\">")
                .append(warning(concern).in(language))
                .append("</p>\n"));
        boolean ready = !conditions.containsValue(false);
        return String.format(
                Locale.ROOT,
                """
                <!DOCTYPE html>
                <html lang="%s">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%s</title>
                <link rel="stylesheet" href="/status.css">
                </head>
                <body>
                <main>
                <h1>%s</h1>
                <p>%s</p>
                <p class="%s"><strong>%s</strong></p>
                <table>
                <thead><tr><th scope="col">%s</th><th scope="col">%s</th></tr></thead>
                <tbody>
                %s</tbody>
                </table>
                %s                <h2>%s</h2>
                <ul>
                <li>%s</li>
                <li><a href="/openapi">%s</a></li>
                <li><a href="/soap/exchange?wsdl">%s</a></li>
                <li>%s</li>
                <li>%s</li>
                </ul>
                </main>
                </body>
                </html>
                """,
                language == Language.EN ? "en" : "vi",
                TITLE.in(language),
                TITLE.in(language),
                PURPOSE.in(language),
                ready ? "ok" : "bad",
                (ready ? READY : NOT_READY).in(language),
                PART.in(language),
                STATE.in(language),
                rows,
                warnings,
                INTERFACES.in(language),
                VXP.in(language),
                DESCRIPTION.in(language),
                SOAP.in(language),
                CSC.in(language),
                TSA.in(language));
    }

    private static Text warning(Concern concern) {
        return switch (concern) {
            case ONE_DATABASE_ROLE ->
                new Text(
                        "Cảnh báo: máy chủ dùng vai trò sở hữu các bảng trong cơ sở dữ liệu; hãy tách thành hai vai trò.",
                        "Warning: the server's database role owns the tables; give it a role of its own.");
            case CLOCK_NOT_WATCHED ->
                new Text(
                        "Cảnh báo: đồng hồ dùng để cấp dấu thời gian chưa được đối chiếu với nguồn thời gian nào.",
                        "Warning: the clock that timestamps are issued by is compared with no time source.");
            case SIGNATURES_SET_ASIDE ->
                new Text(
                        "Cảnh báo: có văn bản đã ký đang tạm gác, chờ người vận hành: GET /api/v1/set-aside-signatures.",
                        "Warning: signed files are set aside and wait for an operator: GET /api/v1/set-aside-signatures.");
        };
    }

    private static Text name(Condition condition) {
        return switch (condition) {
            case DATABASE -> new Text("Cơ sở dữ liệu", "Database");
            case HSM -> new Text("Thiết bị lưu khóa bí mật (HSM)", "Hardware security module (HSM)");
            case TRUST_ANCHORS -> new Text("Danh sách tổ chức chứng thực được tin cậy", "Trust anchors");
            case CONTENT_STORE -> new Text("Kho lưu trữ văn bản", "Document store");
            case CLOCK -> new Text("Đồng hồ cấp dấu thời gian", "Clock of the timestamps");
        };
    }
}
