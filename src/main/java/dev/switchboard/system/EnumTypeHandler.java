package dev.switchboard.system;

import java.sql.CallableStatement;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import org.apache.ibatis.type.BaseTypeHandler;
import org.apache.ibatis.type.JdbcType;

/** Enums are stored as the contract writes them: lower case, words joined by an underscore. */
public class EnumTypeHandler<E extends Enum<E>> extends BaseTypeHandler<E> {

    private final Class<E> type;

    public EnumTypeHandler(Class<E> type) {
        this.type = type;
    }

    @Override
    public void setNonNullParameter(PreparedStatement statement, int index, E value, JdbcType jdbcType)
            throws SQLException {
        statement.setString(index, Names.of(value));
    }

    @Override
    public E getNullableResult(ResultSet rows, String column) throws SQLException {
        return value(rows.getString(column));
    }

    @Override
    public E getNullableResult(ResultSet rows, int column) throws SQLException {
        return value(rows.getString(column));
    }

    @Override
    public E getNullableResult(CallableStatement statement, int column) throws SQLException {
        return value(statement.getString(column));
    }

    private E value(String text) {
        return text == null ? null : Enum.valueOf(type, text.toUpperCase(Locale.ROOT));
    }
}
