package vn.lienthong.demo.act;

import vn.lienthong.demo.edxml.DocumentMessage;
import vn.lienthong.demo.edxml.OfficialDocument;
import vn.lienthong.demo.story.Story;
import vn.lienthong.signer.algorithm.Bytes;

/** The agency's system sends the document to two agencies over the national axis's protocol. */
public final class SendingAct {
    private final Story story;
    private final Stage stage;
    private final Cast cast;

    public SendingAct(Story story, Stage stage, Cast cast) {
        this.story = story;
        this.stage = stage;
        this.cast = cast;
    }

    public Sent perform(OfficialDocument document, Bytes pdf) {
        story.chapter("Gửi văn bản qua trục liên thông", "The document is sent over the axis");
        byte[] edxml = DocumentMessage.of(document, pdf.toArray(), stage.now());
        stage.keep("4-da-gui.edxml", edxml);
        String docId = story.step(
                "Hệ thống tỉnh Bắc Kạn gửi gói tin edXML tới 2 cơ quan qua VXP REST, số "
                        + document.numberAndNotation(),
                "Bắc Kạn's system sends the edXML message to 2 agencies over VXP REST, number "
                        + document.numberAndNotation(),
                () -> {
                    String id = cast.sender().sendEdoc(document.from().organId(), "edoc", edxml);
                    story.check(
                            !id.isEmpty(),
                            "Trục tiếp nhận văn bản và cấp mã " + id,
                            "The axis accepted the document under the id " + id);
                    return id;
                });
        story.step(
                "Gửi lại đúng gói tin đó: trục nhận ra và không phát sinh văn bản mới",
                "The same message once more: the axis knows it and makes no second one",
                () -> story.check(
                        cast.sender()
                                .sendEdoc(document.from().organId(), "edoc", edxml)
                                .equals(docId),
                        "Gửi trùng được trả lời bằng mã cũ, không gửi hai lần",
                        "A repeated sending is answered with the first id; nothing is delivered twice"));
        return new Sent(document, docId, Bytes.of(edxml), pdf);
    }
}
