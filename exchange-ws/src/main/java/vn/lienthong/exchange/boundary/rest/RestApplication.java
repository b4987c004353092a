package vn.lienthong.exchange.boundary.rest;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.openapi.annotations.Components;
import org.eclipse.microprofile.openapi.annotations.ExternalDocumentation;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.info.License;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;
import org.eclipse.microprofile.openapi.annotations.servers.Server;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.lienthong.exchange.boundary.rest.problem.Problem;

/** The REST API, version 1. */
@ApplicationPath("/api/v1")
@OpenAPIDefinition(
        components = @Components(schemas = @Schema(name = "Problem", implementation = Problem.class)),
        info =
                @Info(
                        title = "Liên Thông REST API",
                        version = "1",
                        description = "Gửi, nhận, ký số, kiểm tra và chứng minh văn bản điện tử giữa các cơ quan. "
                                + "Send, receive, sign, validate and prove official documents between agencies. "
                                + "Failures are `application/problem+json` (RFC 9457) with a stable `code`, in Vietnamese "
                                + "or, by `Accept-Language: en`, in English. A retried POST is safe.",
                        license = @License(name = "Apache-2.0", url = "https://www.apache.org/licenses/LICENSE-2.0")),
        servers = @Server(url = "/", description = "Máy chủ này: this server"),
        externalDocs =
                @ExternalDocumentation(
                        url = "/",
                        description = "Các giao diện của máy chủ: what else this server speaks"),
        tags = {
            @Tag(name = "dispatches", description = "Gửi văn bản và theo dõi: sending, and what became of it"),
            @Tag(name = "inbox", description = "Nhận văn bản: the mailbox, with leases"),
            @Tag(name = "events", description = "Sự kiện: the feed, and webhooks that are told of them"),
            @Tag(name = "registers", description = "Sổ đăng ký văn bản đi, đến: numbers, and the registers themselves"),
            @Tag(name = "deadlines", description = "Thời hạn: what has to be done until when, by working days"),
            @Tag(name = "agencies", description = "Danh bạ cơ quan: the directory"),
            @Tag(name = "signing", description = "Ký số, dấu thời gian: signatures, seals and timestamps"),
            @Tag(name = "validation", description = "Kiểm tra chữ ký số: the verdict on signed documents"),
            @Tag(
                    name = "log",
                    description = "Nhật ký minh bạch: sealed heads, hashes and proofs, for anybody to watch"),
            @Tag(name = "operation", description = "Vận hành: what operators decide")
        })
@SecurityScheme(
        securitySchemeName = "bearer",
        type = SecuritySchemeType.HTTP,
        scheme = "bearer",
        description = "The token of a connected system or a person, given out by the operator")
public class RestApplication extends Application {}
