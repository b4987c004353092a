package vn.lienthong.exchange.boundary.csc;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An official's browser on the pages of the server: it keeps the cookie and fills in what the form asks for. */
public final class Browser {
    private static final Pattern ACTION = Pattern.compile("<form method=\"post\" action=\"([^\"]+)\"");
    private static final Pattern FORM_CODE = Pattern.compile("name=\"form_code\" value=\"([^\"]+)\"");

    private final HttpClient http;
    private HttpResponse<String> page;

    private Browser(String path) throws IOException, InterruptedException {
        this(path, new CookieManager());
    }

    private Browser(String path, CookieManager cookies) throws IOException, InterruptedException {
        http = HttpClient.newBuilder().cookieHandler(cookies).build();
        page = http.send(HttpRequest.newBuilder(CscServer.uri(path)).build(), BodyHandlers.ofString());
    }

    /** The page of an authorisation request. */
    public Browser(Map<String, String> query) throws IOException, InterruptedException {
        this("/csc/v2/oauth2/authorize?" + CscServer.encoded(query));
    }

    /** The same, with its cookies in the hands of the test. */
    Browser(Map<String, String> query, CookieManager cookies) throws IOException, InterruptedException {
        this("/csc/v2/oauth2/authorize?" + CscServer.encoded(query), cookies);
    }

    /** The page of that path is opened in the same browser. */
    Browser get(String path) throws IOException, InterruptedException {
        page = http.send(HttpRequest.newBuilder(CscServer.uri(path)).build(), BodyHandlers.ofString());
        return this;
    }

    /** The page behind that path. */
    public static Browser at(String path) throws IOException, InterruptedException {
        return new Browser(path);
    }

    public HttpResponse<String> page() {
        return page;
    }

    public String text() {
        return page.body();
    }

    /** The form of the page is sent. */
    public Browser submit(Map<String, String> fields) throws IOException, InterruptedException {
        Map<String, String> form = new TreeMap<>(fields);
        form.putIfAbsent("form_code", found(FORM_CODE));
        page = http.send(
                HttpRequest.newBuilder(CscServer.uri(found(ACTION).replace("&amp;", "&")))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(CscServer.encoded(form)))
                        .build(),
                BodyHandlers.ofString());
        return this;
    }

    public Browser signIn(String account) throws IOException, InterruptedException {
        return submit(
                Map.of("action", "sign-in", "account", account, "access_code", CscServer.secret(account + ".token")));
    }

    public Browser allow(String pin, String password) throws IOException, InterruptedException {
        return submit(Map.of("action", "allow", "pin", pin, "otp", password));
    }

    /** Where the official was sent, and with what. */
    public Map<String, String> sentBack() {
        String location = page.headers().firstValue("Location").orElseThrow(() -> new AssertionError(page.body()));
        if (!location.startsWith(CscServer.REDIRECT + "?")) {
            throw new AssertionError(location);
        }
        Map<String, String> answer = new TreeMap<>();
        for (String pair : URI.create(location).getRawQuery().split("&", -1)) {
            String[] parts = pair.split("=", 2);
            answer.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return answer;
    }

    public String code() {
        return Optional.ofNullable(sentBack().get("code"))
                .orElseThrow(() -> new AssertionError(sentBack().toString()));
    }

    private String found(Pattern pattern) {
        Matcher matcher = pattern.matcher(page.body());
        if (!matcher.find()) {
            throw new AssertionError(page.statusCode() + " " + page.body());
        }
        return matcher.group(1);
    }
}
