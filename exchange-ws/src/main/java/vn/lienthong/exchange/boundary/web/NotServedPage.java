package vn.lienthong.exchange.boundary.web;

import java.util.Locale;
import vn.lienthong.exchange.boundary.rest.problem.Problem;
import vn.lienthong.exchange.boundary.text.AcceptLanguage;
import vn.lienthong.signer.text.Language;
import vn.lienthong.signer.text.Text;

/** The page at an address that nothing serves. A pure function; nothing of the request stands on it. */
final class NotServedPage {
    private static final Text HOME = new Text("Về trang đầu", "To the first page");

    private NotServedPage() {}

    static String render(Problem problem, Language language) {
        return String.format(
                Locale.ROOT, """
                <!DOCTYPE html>
                <html lang="%s">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%s – Liên Thông</title>
                <link rel="stylesheet" href="/status.css">
                </head>
                <body>
                <main>
                <h1>%s</h1>
                <p><a href="/">%s</a></p>
                </main>
                </body>
                </html>
                """, AcceptLanguage.tag(language), problem.title(), problem.title(), HOME.in(language));
    }
}
