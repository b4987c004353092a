package vn.lienthong.exchange.boundary.rest.json;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectReader;
import jakarta.enterprise.context.Dependent;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.boundary.rest.http.Parameters;
import vn.lienthong.exchange.domain.failure.Failure;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.FailureException;

/** Records as JSON bodies, both ways. Stands before the container's own providers, so that one mapper's rules hold. */
@Provider
@Dependent
@Consumes(MediaType.APPLICATION_JSON)
@Produces({MediaType.APPLICATION_JSON, "application/problem+json"})
public class JsonBodies implements MessageBodyReader<Record>, MessageBodyWriter<Record> {

    @Override
    public boolean isReadable(Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
        return type.isRecord();
    }

    @Override
    public boolean isWriteable(Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
        return type.isRecord();
    }

    @Override
    public Record readFrom(
            Class<Record> type,
            Type generic,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream body)
            throws IOException {
        return parse(type, headers.getFirst(HttpHeaders.CONTENT_LENGTH), body);
    }

    /** The record that the request's body spells, as {@link #parse(Class, InputStream)} reads it. */
    public static <T extends Record> T read(Class<T> type, HttpServletRequest request) throws IOException {
        return parse(type, request.getHeader(HttpHeaders.CONTENT_LENGTH), request.getInputStream());
    }

    private static <T extends Record> T parse(Class<T> type, @Nullable String contentLength, InputStream body)
            throws IOException {
        Parameters.atMost(contentLength, Json.LARGEST_BODY);
        return parse(type, body);
    }

    /**
     * The record that the body spells.
     *
     * @throws FailureException {@code body-too-large}, or {@code parameter-invalid} with the place of the fault
     */
    public static <T extends Record> T parse(Class<T> type, InputStream body) throws IOException {
        // one octet more than is allowed tells a body that is too large
        byte[] octets = body.readNBytes(Json.LARGEST_BODY + 1);
        if (octets.length > Json.LARGEST_BODY) {
            throw new FailureException(Failure.of(FailureCode.BODY_TOO_LARGE, Integer.toString(Json.LARGEST_BODY)));
        }
        ObjectReader reader = Json.shared().readerFor(type);
        try {
            T parsed = reader.readValue(octets);
            if (parsed == null) {
                throw invalid("$");
            }
            return parsed;
        } catch (StreamConstraintsException beyondLimits) {
            throw invalid("JSON");
        } catch (JsonMappingException atSomePlace) {
            throw refusedByRecord(atSomePlace);
        } catch (JacksonException | CharConversionException notJson) {
            throw invalid("JSON");
        }
    }

    @Override
    public void writeTo(
            Record value,
            Class<?> type,
            Type generic,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, Object> headers,
            OutputStream body)
            throws IOException {
        body.write(octets(value));
    }

    /** The record is the answer. */
    public static void send(Record value, HttpServletResponse answer) throws IOException {
        byte[] octets = octets(value);
        answer.setContentType(MediaType.APPLICATION_JSON);
        answer.setContentLength(octets.length);
        answer.getOutputStream().write(octets);
    }

    private static byte[] octets(Record value) throws IOException {
        // from a text, and not at once: half of a pair of UTF-16 becomes a question mark, and no failure
        return Json.shared().writeValueAsString(value).getBytes(StandardCharsets.UTF_8);
    }

    /** A record may have thrown a failure of its own; else the path to the fault is the answer, never its value. */
    private static FailureException refusedByRecord(JsonMappingException e) {
        if (e.getCause() instanceof FailureException own) {
            return own;
        }
        String path = e.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
                .collect(Collectors.joining("."));
        return invalid(path.isEmpty() ? "JSON" : path);
    }

    private static FailureException invalid(String where) {
        return new FailureException(Failure.of(FailureCode.PARAMETER_INVALID, where));
    }
}
