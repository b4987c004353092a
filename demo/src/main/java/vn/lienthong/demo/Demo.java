package vn.lienthong.demo;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import vn.lienthong.demo.act.Cast;
import vn.lienthong.demo.act.EvidenceAct;
import vn.lienthong.demo.act.Manuscript;
import vn.lienthong.demo.act.Receipts;
import vn.lienthong.demo.act.ReceivingAct;
import vn.lienthong.demo.act.SendingAct;
import vn.lienthong.demo.act.Sent;
import vn.lienthong.demo.act.SigningAct;
import vn.lienthong.demo.act.Stage;
import vn.lienthong.demo.act.StatusAct;
import vn.lienthong.demo.http.Http;
import vn.lienthong.demo.story.DemoFailure;
import vn.lienthong.demo.story.Story;
import vn.lienthong.demo.story.StoryEnded;
import vn.lienthong.signer.AllowedApi;
import vn.lienthong.signer.algorithm.Bytes;
import vn.lienthong.signer.text.Language;

/** Runs the demo against a server that is up. Exit status: 0 if every check held, 1 if one did not, 2 for a wrong command line. */
public final class Demo {
    private final DemoOptions options;
    private final PrintStream out;
    private final Clock clock;

    private Demo(DemoOptions options, PrintStream out, Clock clock) {
        this.options = options;
        this.out = out;
        this.clock = clock;
    }

    @AllowedApi("a command-line program speaks on standard output")
    public static void main(String... arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        DemoOptions options;
        try {
            options = DemoOptions.parse(arguments);
        } catch (DemoFailure e) {
            out.println(e.text().in(Language.VI) + " / " + e.text().in(Language.EN));
            System.exit(2);
            return;
        }
        System.exit(new Demo(options, out, Clock.systemUTC()).run());
    }

    private int run() {
        Story story = new Story(out, options.language(), clock);
        int number = new Registry(options.state().resolve("demo/so-van-ban")).next();
        Stage stage = new Stage(options.state(), options.state().resolve("demo/" + number), clock);
        boolean finished = false;
        try {
            tell(story, stage, number);
            finished = true;
        } catch (StoryEnded e) {
            // The line that says why stands above; the table below says what held until then.
            finished = false;
        }
        boolean held = story.conclude() && finished;
        story.say("", "");
        story.say("Tệp của lượt này: " + stage.folder(), "The files of this run: " + stage.folder());
        story.say(
                "Máy chủ đang chạy tại " + options.url() + " — dừng bằng: ./lienthong stop",
                "The server runs at " + options.url() + " — stop it with: ./lienthong stop");
        story.say(
                held ? "Mọi kiểm tra đều đạt." : "Có kiểm tra KHÔNG đạt.",
                held ? "Every check held." : "Some check did NOT hold.");
        return held ? 0 : 1;
    }

    private void tell(Story story, Stage stage, int number) {
        Cast cast = story.step(
                "Mỗi bên cầm khóa và mã truy cập của riêng mình",
                "Everybody takes his own keys and tokens",
                () -> Cast.of(stage, new Http(options.url(), options.language())));
        Manuscript manuscript = story.step(
                "Soạn công văn số " + number + "/UBND-NC theo Nghị định 30/2020/NĐ-CP",
                "The letter no. " + number + "/UBND-NC, laid out by Decree 30/2020/NĐ-CP",
                () -> manuscript(stage, number));
        Bytes pdf = new SigningAct(story, stage, cast).perform(manuscript);
        Sent sent = new SendingAct(story, stage, cast).perform(manuscript.document(), pdf);
        Receipts receipts = new ReceivingAct(story, stage, cast).perform(sent);
        new StatusAct(story, stage, cast).perform(sent, receipts);
        String language = options.language().name().toLowerCase(Locale.ROOT);
        Path evidence = new EvidenceAct(story, stage, cast, language).perform(sent);
        out.println();
        story.say(
                "Tự kiểm tra lại: ./lienthong verify " + evidence, "Check it yourself: ./lienthong verify " + evidence);
    }

    private Manuscript manuscript(Stage stage, int number) {
        Manuscript manuscript = options.file()
                .map(file -> Manuscript.of(file, number, stage.now().toLocalDate()))
                .orElseGet(() -> Manuscript.sample(number, stage.now().toLocalDate()));
        stage.keep("1-ban-thao.pdf", manuscript.pdf().toArray());
        return manuscript;
    }
}
