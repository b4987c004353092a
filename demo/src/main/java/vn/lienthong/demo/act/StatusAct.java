package vn.lienthong.demo.act;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import vn.lienthong.demo.edxml.Agency;
import vn.lienthong.demo.edxml.StatusMessage;
import vn.lienthong.demo.story.Story;

/** Both recipients report 01, 03 and 06, each in its own protocol; the sender collects them over the axis. */
public final class StatusAct {
    private static final Map<String, String> MEANINGS = Map.of(
            "01",
            "Đã đến: phần mềm đã nhận, văn thư chưa xử lý",
            "03",
            "Đã tiếp nhận, đã cấp số đến",
            "06",
            "Đã hoàn thành xử lý");

    private final Story story;
    private final Stage stage;
    private final Cast cast;

    public StatusAct(Story story, Stage stage, Cast cast) {
        this.story = story;
        this.stage = stage;
        this.cast = cast;
    }

    public void perform(Sent sent, Receipts receipts) {
        story.chapter("Phản hồi trạng thái xử lý", "Statuses come back");
        story.step(
                "Bộ Khoa học và Công nghệ báo trạng thái 01, 03, 06 qua SOAP",
                "The ministry reports the statuses 01, 03 and 06 over SOAP",
                () -> {
                    for (String code : new TreeSet<>(MEANINGS.keySet())) {
                        cast.ministry().updateTraces(receipts.ministry(), code, MEANINGS.getOrDefault(code, ""));
                    }
                });
        story.step(
                "Tỉnh Cao Bằng báo 01, 03 qua REST v1 và 06 bằng gói tin trạng thái edXML qua VXP",
                "The province reports 01 and 03 over REST v1, and 06 as an edXML status message over VXP",
                () -> province(sent, receipts));
        story.step(
                "Hệ thống tỉnh Bắc Kạn nhận đủ trạng thái của hai nơi nhận qua VXP",
                "Bắc Kạn's system gets every status of both recipients over VXP",
                () -> sender(sent));
        story.step(
                "Hệ thống tỉnh Bắc Kạn xem danh sách đã gửi",
                "Bắc Kạn's system looks at its sent list",
                () -> sentList(sent));
    }

    private void province(Sent sent, Receipts receipts) {
        for (String code : new String[] {"01", "03"}) {
            cast.province()
                    .post(
                            "dispatches/" + receipts.province() + "/statuses",
                            Map.of("code", code, "description", MEANINGS.getOrDefault(code, "")));
        }
        byte[] done =
                StatusMessage.of(sent.document(), Agency.CAO_BANG, "06", MEANINGS.getOrDefault("06", ""), stage.now());
        stage.keep("7-trang-thai-06.edxml", done);
        cast.provinceOnAxis().sendEdoc(Agency.CAO_BANG.organId(), "status", done);
    }

    private void sender(Sent sent) {
        Set<String> expected = new TreeSet<>();
        for (Agency agency : sent.document().to()) {
            MEANINGS.keySet().forEach(code -> expected.add(agency.organId() + " " + code));
        }
        Set<String> got = new TreeSet<>();
        for (Patience patience = new Patience(); !got.equals(expected) && patience.isLeft(); ) {
            collect(sent, got);
        }
        story.check(
                got.equals(expected),
                "Bên gửi nhận đủ 6 trạng thái 01, 03, 06 của hai nơi nhận (" + got.size() + "/6)",
                "The sender has all 6 statuses 01, 03, 06 of both recipients (" + got.size() + "/6)");
    }

    private void collect(Sent sent, Set<String> got) {
        for (String docId : cast.sender().receivedIds("status")) {
            StatusMessage status = StatusMessage.parse(cast.sender().getEdoc(docId));
            if (status.documentId().equals(sent.document().documentId())) {
                got.add(status.from() + " " + status.statusCode());
                cast.sender().done(docId);
            }
        }
    }

    private void sentList(Sent sent) {
        int received = 0;
        for (JsonNode row : cast.sender().sentRows(sent.docId())) {
            received += row.path("receiveStatus").asText().equals("done") ? 1 : 0;
        }
        story.check(
                received == sent.document().to().size(),
                "Danh sách đã gửi cho thấy cả hai nơi đã nhận xong",
                "The sent list shows that both have received it");
    }
}
