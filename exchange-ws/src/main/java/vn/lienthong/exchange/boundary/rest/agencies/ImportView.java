package vn.lienthong.exchange.boundary.rest.agencies;

import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.lienthong.exchange.domain.agency.AgencyChange;
import vn.lienthong.exchange.domain.agency.imports.ImportReport;

/** What a file of agencies changed, or would change. */
@Schema(name = "AgencyImport")
record ImportView(
        @Schema(required = true, description = "Whether the directory is as the file says now")
        boolean applied,

        @Schema(required = true) int registered,
        @Schema(required = true) int renamed,
        @Schema(required = true) int changed,
        @Schema(required = true) int merged,
        @Schema(required = true) int closed,
        @Schema(required = true) int reopened,

        @Schema(required = true, description = "Of which the directory said the same already")
        int unchanged,

        @Schema(required = true, description = "Open agencies that the file does not speak of; they stay as they are")
        int notInFile,

        @Schema(required = true, description = "The first 100 changes, in the order of the file")
        List<ChangeView> first) {

    /** What becomes of one agency. */
    @Schema(name = "AgencyImportChange")
    record ChangeView(
            @Schema(required = true) String id,
            @Schema(required = true) String change) {}

    private static int count(ImportReport report, AgencyChange change) {
        return report.changed().getOrDefault(change, 0);
    }

    static ImportView of(ImportReport report, boolean applied) {
        return new ImportView(
                applied,
                count(report, AgencyChange.REGISTERED),
                count(report, AgencyChange.RENAMED),
                count(report, AgencyChange.CHANGED),
                count(report, AgencyChange.MERGED),
                count(report, AgencyChange.CLOSED),
                count(report, AgencyChange.REOPENED),
                report.unchanged(),
                report.notInFile(),
                report.first().stream()
                        .map(change -> new ChangeView(
                                change.agency().value(), change.change().name().toLowerCase(Locale.ROOT)))
                        .toList());
    }
}
