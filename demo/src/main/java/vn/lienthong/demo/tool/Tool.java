package vn.lienthong.demo.tool;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import vn.lienthong.demo.story.DemoFailure;

/** A program that is run and listened to. */
final class Tool {
    private Tool() {}

    /**
     * What a program said on both outputs.
     *
     * @param status its exit status, 0 for success
     */
    record Said(int status, String text) {
        List<String> lines() {
            return text.lines().toList();
        }
    }

    static Said run(List<String> command) {
        try {
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().putAll(Map.of("LC_ALL", "C.UTF-8"));
            Process process = builder.start();
            process.getOutputStream().close();
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Said(process.waitFor(), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DemoFailure("bị ngắt", "interrupted");
        }
    }
}
