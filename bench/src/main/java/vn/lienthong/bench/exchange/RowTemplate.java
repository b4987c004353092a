package vn.lienthong.bench.exchange;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row that the server wrote, to be written again with other keys.
 *
 * @param columns what the server wrote into each, but for what the database makes itself
 */
record RowTemplate(String table, Map<String, @Nullable Object> columns) {

    /** The rows of that table which the statement finds. */
    static List<RowTemplate> of(Connection connection, String table, String where, UUID key) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("select * from public." + table + " where " + where)) {
            statement.setObject(1, key);
            List<RowTemplate> rows = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    rows.add(new RowTemplate(table, columns(row)));
                }
            }
            return rows;
        }
    }

    private static Map<String, @Nullable Object> columns(ResultSet row) throws SQLException {
        Map<String, @Nullable Object> columns = new LinkedHashMap<>();
        for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
            if (!row.getMetaData().isAutoIncrement(column)) {
                columns.put(row.getMetaData().getColumnName(column), row.getObject(column));
            }
        }
        return columns;
    }

    String insert() {
        return "insert into " + BareTables.SCHEMA + "." + table + " (" + String.join(", ", columns.keySet())
                + ") values (" + "?, ".repeat(columns.size() - 1) + "?)";
    }

    /** The row is written, with other values in the columns that {@code others} names. */
    void write(PreparedStatement insert, Map<String, Object> others) throws SQLException {
        int place = 0;
        for (Map.Entry<String, @Nullable Object> column : columns.entrySet()) {
            insert.setObject(++place, others.getOrDefault(column.getKey(), column.getValue()));
        }
        insert.executeUpdate();
    }
}
