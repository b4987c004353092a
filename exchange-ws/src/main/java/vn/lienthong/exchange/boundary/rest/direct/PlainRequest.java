package vn.lienthong.exchange.boundary.rest.direct;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.boundary.rest.access.RolesNeeded;

/**
 * A request that leaves nothing to choose: the resource's own path in its usual spelling, POST, a body of its media type, an
 * answer of any type or exactly one of its own. JAX-RS answers all others, also those that are to be refused for one of these.
 *
 * @param roles who may use the operation
 */
record PlainRequest(String path, String mediaType, Set<String> answers, RolesNeeded roles) {
    /** RFC 9110 §8.3.1, without what is spelled in two ways. */
    private static final Pattern CONTENT_TYPE = Pattern.compile(
            "([A-Za-z]+/[A-Za-z0-9.+-]+)(?:[ \\t]*;[ \\t]*[A-Za-z0-9-]+=(?:[^\\s;,\"]+|\"[^\"\\\\]*\"))*+");

    /** A boundary has 70 characters at most (RFC 2046 §5.1.1): what is longer is not usual. */
    private static final int LONGEST_TYPE = 200;

    private static final String ANY = "*/*";

    PlainRequest {
        answers = Set.copyOf(answers);
    }

    /**
     * What the resource's method for POST says.
     *
     * @param api the path of the API, without a slash at its end
     * @throws IllegalArgumentException if there is no such method or another one besides, or if it does not say everything
     */
    static PlainRequest of(String api, Class<?> resource) {
        List<Method> posts = Arrays.stream(resource.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(POST.class))
                .toList();
        Path path = resource.getAnnotation(Path.class);
        if (posts.size() != 1 || posts.getFirst().isAnnotationPresent(Path.class) || path == null) {
            throw new IllegalArgumentException(resource + " has not one method for POST at its own path");
        }
        Method post = posts.getFirst();
        RolesNeeded roles = post.getAnnotation(RolesNeeded.class);
        Consumes consumes = post.getAnnotation(Consumes.class);
        Produces produces = post.getAnnotation(Produces.class);
        consumes = consumes == null ? resource.getAnnotation(Consumes.class) : consumes;
        produces = produces == null ? resource.getAnnotation(Produces.class) : produces;
        if (roles == null || consumes == null || consumes.value().length != 1 || produces == null) {
            throw new IllegalArgumentException(resource + " does not say who may ask for what, and how");
        }
        return new PlainRequest(api + "/" + path.value(), consumes.value()[0], Set.of(produces.value()), roles);
    }

    boolean isMetBy(HttpServletRequest request) {
        return request.getMethod().equals("POST")
                && request.getRequestURI().equals(path)
                && isOnce(request, HttpHeaders.AUTHORIZATION)
                && isOnce(request, HttpHeaders.CONTENT_TYPE)
                && hasMediaType(request.getContentType())
                && accepts(Collections.list(request.getHeaders(HttpHeaders.ACCEPT)));
    }

    /** Of a field that comes twice, which one counts is for JAX-RS to say. */
    private static boolean isOnce(HttpServletRequest request, String field) {
        return Collections.list(request.getHeaders(field)).size() <= 1;
    }

    private boolean hasMediaType(@Nullable String contentType) {
        if (mediaType.equals(contentType)) {
            return true;
        }
        if (contentType == null || contentType.length() > LONGEST_TYPE) {
            return false;
        }
        Matcher type = CONTENT_TYPE.matcher(contentType);
        return type.matches() && type.group(1).toLowerCase(Locale.ROOT).equals(mediaType);
    }

    private boolean accepts(List<String> fields) {
        return fields.isEmpty()
                || fields.size() == 1 && (fields.getFirst().equals(ANY) || answers.contains(fields.getFirst()));
    }
}
