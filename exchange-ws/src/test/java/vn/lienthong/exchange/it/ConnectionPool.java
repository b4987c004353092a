package vn.lienthong.exchange.it;

import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** Keeps connections open between uses, as the server's data source does. */
public final class ConnectionPool implements DataSource {
    private final DataSource database;
    private final int most;
    private final AtomicInteger made = new AtomicInteger();
    private final BlockingQueue<Connection> idle = new LinkedBlockingQueue<>();

    public ConnectionPool(DataSource database, int most) {
        this.database = database;
        this.most = most;
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = idle.poll();
        if (connection == null && mayMakeOne()) {
            connection = make();
        }
        try {
            return lent(connection == null ? idle.take() : connection);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLException("interrupted", e);
        }
    }

    /** What nobody uses is closed: the database serves so many connections, however many tests had a pool. */
    void closeIdle() {
        for (Connection connection = idle.poll(); connection != null; connection = idle.poll()) {
            made.decrementAndGet();
            try {
                connection.close();
            } catch (SQLException e) {
                throw new IllegalStateException("a connection cannot be closed", e);
            }
        }
    }

    private boolean mayMakeOne() {
        return made.getAndUpdate(count -> count < most ? count + 1 : count) < most;
    }

    private Connection make() throws SQLException {
        try {
            return database.getConnection();
        } catch (SQLException e) {
            made.decrementAndGet();
            throw e;
        }
    }

    private Connection lent(Connection connection) {
        AtomicBoolean returned = new AtomicBoolean();
        return (Connection) Proxy.newProxyInstance(
                ConnectionPool.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) -> call(connection, returned, method, arguments));
    }

    private Object call(Connection connection, AtomicBoolean returned, Method method, Object[] arguments)
            throws Throwable {
        switch (method.getName()) {
            case "close" -> {
                if (returned.compareAndSet(false, true)) {
                    idle.add(connection);
                }
                return null;
            }
            case "isClosed" -> {
                return returned.get();
            }
            default -> {
                if (returned.get()) {
                    throw new SQLException("the connection was given back");
                }
            }
        }
        try {
            return method.invoke(connection, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        throw new SQLException("the pool knows its user");
    }

    @Override
    public PrintWriter getLogWriter() {
        return null;
    }

    @Override
    public void setLogWriter(PrintWriter out) {}

    @Override
    public void setLoginTimeout(int seconds) {}

    @Override
    public int getLoginTimeout() {
        return 0;
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getLogger(ConnectionPool.class.getName());
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        throw new SQLException("wraps nothing");
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return false;
    }
}
