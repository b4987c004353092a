package vn.lienthong.signer.validate.asic;

import java.util.Set;

/** Types of media that honest programs write into lists of files. Registered by IANA, or in use for as long. */
final class MediaTypes {
    private static final Set<String> KNOWN = Set.of(
            "",
            "application/json",
            "application/gzip",
            "application/java-archive",
            "application/msword",
            "application/octet-stream",
            "application/pdf",
            "application/pkcs7-mime",
            "application/pkcs7-signature",
            "application/rtf",
            "application/vnd.etsi.asic-e+zip",
            "application/vnd.etsi.asic-s+zip",
            "application/vnd.etsi.timestamp-token",
            "application/vnd.dwg",
            "application/vnd.ms-excel",
            "application/vnd.ms-excel.sheet.macroEnabled.12",
            "application/vnd.ms-outlook",
            "application/vnd.ms-powerpoint",
            "application/vnd.oasis.opendocument.presentation",
            "application/vnd.oasis.opendocument.spreadsheet",
            "application/vnd.oasis.opendocument.text",
            "application/vnd.openxmlformats-officedocument.presentationml.presentation",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "application/vnd.rar",
            "application/vnd.visio",
            "application/x-7z-compressed",
            "application/x-rar",
            "application/x-rar-compressed",
            "application/x-tar",
            "application/x-pkcs7-signature",
            "application/x-zip-compressed",
            "application/xhtml+xml",
            "application/xml",
            "application/zip",
            "audio/mpeg",
            "audio/wav",
            "image/vnd.dwg",
            "image/vnd.dxf",
            "image/bmp",
            "image/gif",
            "image/jpeg",
            "image/png",
            "image/svg+xml",
            "image/tiff",
            "image/webp",
            "text/csv",
            "text/html",
            "text/markdown",
            "text/plain",
            "text/rtf",
            "text/xml",
            "video/mp4");

    private MediaTypes() {}

    static boolean isKnown(String type) {
        return KNOWN.contains(type);
    }
}
