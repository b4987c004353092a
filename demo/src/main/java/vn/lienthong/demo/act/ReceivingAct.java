package vn.lienthong.demo.act;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import vn.lienthong.demo.edxml.Attachments;
import vn.lienthong.demo.http.Answer;
import vn.lienthong.demo.soap.FetchedDocument;
import vn.lienthong.demo.story.DemoFailure;
import vn.lienthong.demo.story.Story;
import vn.lienthong.signer.algorithm.Bytes;
import vn.lienthong.signer.algorithm.DigestAlgorithm;

/** The ministry fetches over SOAP, the province over REST; each compares, verifies and confirms. */
public final class ReceivingAct {
    private final Story story;
    private final Stage stage;
    private final Cast cast;
    private final SignatureJudge judge;

    public ReceivingAct(Story story, Stage stage, Cast cast) {
        this.story = story;
        this.stage = stage;
        this.cast = cast;
        this.judge = new SignatureJudge(story, stage);
    }

    public Receipts perform(Sent sent) {
        story.chapter("Nhận văn bản", "The document is received");
        String ministry = story.step(
                "Bộ Khoa học và Công nghệ lấy văn bản qua SOAP (WS-Security X.509, MTOM)",
                "The Ministry of Science and Technology fetches it over SOAP (WS-Security X.509, MTOM)",
                () -> ministry(sent));
        judge.judge("Bộ Khoa học và Công nghệ", "The ministry", received("5-bo-khcn", sent));
        story.step(
                "Bộ Khoa học và Công nghệ xác nhận đã nhận qua SOAP",
                "The ministry confirms over SOAP",
                () -> cast.ministry().confirmReceived(ministry));
        String province = story.step(
                "Tỉnh Cao Bằng giữ chỗ, lấy và xác nhận văn bản qua REST v1",
                "The province of Cao Bằng leases, fetches and confirms it over REST v1",
                () -> province(sent));
        judge.judge("Tỉnh Cao Bằng", "The province", received("6-cao-bang", sent));
        return new Receipts(ministry, province);
    }

    private String ministry(Sent sent) {
        List<String> waiting = cast.ministry().pending(sent.document().documentId());
        story.check(
                waiting.size() == 1,
                "Bộ thấy đúng một văn bản chờ nhận",
                "The ministry sees the document waiting, once");
        String docId = waiting.getFirst();
        FetchedDocument document = cast.ministry().document(docId);
        story.check(
                document.content().equals(sent.edxml()),
                "Bộ nhận được đúng từng byte như bên gửi đã gửi (SOAP)",
                "The ministry got exactly the octets that were sent (SOAP)");
        story.check(
                digest(document.content().toArray()).equalsIgnoreCase(document.sha256())
                        && document.length() == document.content().length(),
                "Giá trị băm trong phần SOAP được ký khớp với tệp đính kèm MTOM",
                "The digest in the signed SOAP Body is that of the MTOM attachment");
        stage.keep("5-bo-khcn.edxml", document.content().toArray());
        return docId;
    }

    private String province(Sent sent) {
        JsonNode leases =
                cast.province().post("inbox/leases", Map.of("type", "edoc", "max", 100, "visibilitySeconds", 60));
        JsonNode ours = null;
        for (JsonNode lease : leases.path("items")) {
            if (lease.path("dispatch")
                    .path("documentId")
                    .asText()
                    .equals(sent.document().documentId())) {
                ours = lease;
            }
        }
        if (ours == null) {
            throw new DemoFailure(
                    "văn bản không có trong hộp thư của tỉnh Cao Bằng", "the document is not in the province's inbox");
        }
        String deliveryId = ours.path("deliveryId").asText();
        Answer content =
                cast.province().get("dispatches/" + deliveryId + "/content").required();
        story.check(
                Arrays.equals(content.body(), sent.edxml().toArray()),
                "Tỉnh nhận được đúng từng byte như bên gửi đã gửi (REST)",
                "The province got exactly the octets that were sent (REST)");
        stage.keep("6-cao-bang.edxml", content.body());
        JsonNode acked = cast.province()
                .post(
                        "inbox/leases/" + deliveryId + "/ack",
                        Map.of("leaseToken", ours.path("leaseToken").asText()));
        story.check(
                acked.path("state").asText().equals("done"),
                "Tỉnh đã xác nhận, văn bản rời hộp thư",
                "The province confirmed; the document has left the inbox");
        return deliveryId;
    }

    private Received received(String name, Sent sent) {
        byte[] pdf = Attachments.only(stage.kept(name + ".edxml"));
        return new Received(stage.keep(name + ".pdf", pdf), sent.pdf().equals(Bytes.of(pdf)));
    }

    private static String digest(byte[] octets) {
        return DigestAlgorithm.SHA256.digest(octets).value().hex();
    }
}
