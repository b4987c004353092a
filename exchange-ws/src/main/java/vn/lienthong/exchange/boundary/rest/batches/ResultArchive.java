package vn.lienthong.exchange.boundary.rest.batches;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import vn.lienthong.exchange.application.batch.BatchRecords;
import vn.lienthong.exchange.boundary.rest.json.Json;
import vn.lienthong.exchange.boundary.text.FailureTexts;
import vn.lienthong.exchange.domain.batch.BatchItem;
import vn.lienthong.exchange.domain.content.ContentRef;
import vn.lienthong.signer.sign.SignatureForm;
import vn.lienthong.signer.text.Language;

/**
 * All signed files of a batch as one ZIP, with {@value #LIST} at its end, which says of each document what became of it.
 * Written while it is read: neither the files nor the list are held in memory.
 */
final class ResultArchive {
    /** Lines of JSON, one a document. */
    static final String LIST = "results.jsonl";

    /** A page of rows: some hundred kilobytes of memory, and few queries. */
    static final int AT_ONCE = 500;

    private final BatchRecords records;
    private final SignatureForm form;
    private final FailureTexts texts;
    private final Language language;

    ResultArchive(BatchRecords records, SignatureForm form, FailureTexts texts, Language language) {
        this.records = records;
        this.form = form;
        this.texts = texts;
        this.language = language;
    }

    /** @param page the documents behind a position, at most {@value #AT_ONCE} */
    void write(IntFunction<List<BatchItem>> page, OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        // PDFs are compressed already: more effort saves little.
        zip.setLevel(Deflater.BEST_SPEED);
        each(page, item -> put(zip, item));
        zip.putNextEntry(new ZipEntry(LIST));
        each(
                page,
                item -> zip.write((Json.shared().writeValueAsString(ItemView.of(item, form, texts, language)) + '\n')
                        .getBytes(StandardCharsets.UTF_8)));
        zip.closeEntry();
        zip.finish();
    }

    private void put(ZipOutputStream zip, BatchItem item) throws IOException {
        ContentRef signed = item.signed();
        if (signed == null) {
            return;
        }
        ZipEntry entry = new ZipEntry(entryName(item, form));
        if (item.finishedAt() != null) {
            entry.setLastModifiedTime(FileTime.from(item.finishedAt()));
        }
        zip.putNextEntry(entry);
        try (InputStream octets = records.open(signed)) {
            octets.transferTo(zip);
        }
        zip.closeEntry();
    }

    /** The position keeps names apart, and files in the order of the request. */
    static String entryName(BatchItem item, SignatureForm form) {
        String name = item.name();
        boolean named = name.toLowerCase(Locale.ROOT).endsWith(form.extension());
        return String.format(Locale.ROOT, "%05d-%s%s", item.position(), name, named ? "" : form.extension());
    }

    private static void each(IntFunction<List<BatchItem>> page, ItemWriter writer) throws IOException {
        int after = 0;
        List<BatchItem> items = page.apply(after);
        while (!items.isEmpty()) {
            for (BatchItem item : items) {
                writer.write(item);
                after = item.position();
            }
            items = items.size() < AT_ONCE ? List.of() : page.apply(after);
        }
    }

    private interface ItemWriter {
        void write(BatchItem item) throws IOException;
    }
}
