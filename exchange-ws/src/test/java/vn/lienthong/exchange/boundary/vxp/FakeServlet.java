package vn.lienthong.exchange.boundary.vxp;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Requests and answers without a container: only what the servlet may use, anything else is an error. */
final class FakeServlet {
    private FakeServlet() {}

    /** The interface, answered by the public methods of the object that have the same name and parameters. */
    static <T> T only(Class<T> type, Object methods) {
        Object proxy = Proxy.newProxyInstance(
                FakeServlet.class.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    Method own;
                    try {
                        own = methods.getClass().getMethod(method.getName(), method.getParameterTypes());
                    } catch (NoSuchMethodException e) {
                        throw new AssertionError("not expected: " + method, e);
                    }
                    own.setAccessible(true);
                    try {
                        return own.invoke(methods, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
        return type.cast(proxy);
    }

    /** A request as a container would hand it over. */
    public static final class Request {
        private final Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        private final String method;
        private final String servletPath;
        private final String pathInfo;
        private InputStream body = InputStream.nullInputStream();
        private long contentLength = -1;

        Request(String method, String servletPath, String pathInfo) {
            this.method = method;
            this.servletPath = servletPath;
            this.pathInfo = pathInfo;
        }

        static Request post(String operation) {
            return new Request("POST", "/XrdAdapter/adapter", "/" + operation);
        }

        Request with(Map<String, String> more) {
            more.forEach(this::with);
            return this;
        }

        /** Replaces the header. */
        Request with(String name, String value) {
            headers.put(name, new ArrayList<>(List.of(value)));
            return this;
        }

        Request add(String name, String value) {
            headers.computeIfAbsent(name, n -> new ArrayList<>()).add(value);
            return this;
        }

        Request without(String name) {
            headers.remove(name);
            return this;
        }

        Request body(byte[] octets) {
            this.body = new ByteArrayInputStream(octets);
            this.contentLength = octets.length;
            return this;
        }

        Request body(InputStream octets) {
            this.body = octets;
            return this;
        }

        Request contentLength(long length) {
            this.contentLength = length;
            return this;
        }

        HttpServletRequest servletRequest() {
            return only(HttpServletRequest.class, this);
        }

        public String getRemoteAddr() {
            return "192.0.2.1";
        }

        /** It came through no door. */
        public Object getAttribute(String name) {
            return null;
        }

        public Enumeration<String> getHeaders(String name) {
            return Collections.enumeration(headers.getOrDefault(name, List.of()));
        }

        public String getContentType() {
            return headers.getOrDefault("Content-Type", List.of("application/octet-stream"))
                    .getFirst();
        }

        public String getMethod() {
            return method;
        }

        public String getServletPath() {
            return servletPath;
        }

        public String getPathInfo() {
            return pathInfo;
        }

        public long getContentLengthLong() {
            return contentLength;
        }

        public ServletInputStream getInputStream() {
            return new ServletInputStream() {
                @Override
                public int read() throws IOException {
                    return body.read();
                }

                @Override
                public boolean isFinished() {
                    return false;
                }

                @Override
                public boolean isReady() {
                    return true;
                }

                @Override
                public void setReadListener(ReadListener listener) {
                    throw new AssertionError("blocking only");
                }
            };
        }
    }

    /** What was answered. */
    public static final class Response {
        private final ByteArrayOutputStream body = new ByteArrayOutputStream();
        private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        private int status = 200;
        private long contentLength = -1;
        private boolean committed;

        HttpServletResponse servletResponse() {
            return only(HttpServletResponse.class, this);
        }

        int status() {
            return status;
        }

        long contentLength() {
            return contentLength;
        }

        byte[] octets() {
            return body.toByteArray();
        }

        String text() {
            return body.toString(StandardCharsets.UTF_8);
        }

        String header(String name) {
            return headers.get(name);
        }

        public void setStatus(int code) {
            this.status = code;
        }

        public void setHeader(String name, String value) {
            headers.put(name, value);
        }

        public void setContentType(String type) {
            headers.put("Content-Type", type);
        }

        public void setCharacterEncoding(String encoding) {
            headers.merge("Content-Type", encoding, (type, charset) -> type + ";charset=" + charset);
        }

        public void setContentLength(int length) {
            this.contentLength = length;
        }

        public void setContentLengthLong(long length) {
            this.contentLength = length;
        }

        public boolean isCommitted() {
            return committed;
        }

        public void resetBuffer() {
            body.reset();
        }

        public ServletOutputStream getOutputStream() {
            return new ServletOutputStream() {
                @Override
                public void write(int octet) {
                    body.write(octet);
                    committed = body.size() > 16 * 1024;
                }

                @Override
                public boolean isReady() {
                    return true;
                }

                @Override
                public void setWriteListener(WriteListener listener) {
                    throw new AssertionError("blocking only");
                }
            };
        }
    }
}
