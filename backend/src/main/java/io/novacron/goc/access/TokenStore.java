package io.novacron.goc.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tokens in the database. */
@Component
class TokenStore {

    private final JdbcClient jdbc;

    TokenStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(ApiToken token, byte[] hash) {
        jdbc.sql("""
                        insert into api_token (id, name, hash, scopes, created_by, created_at)
                        values (:id, :name, :hash, :scopes, :by, :at)
                        """)
                .param("id", token.id())
                .param("name", token.name())
                .param("hash", hash)
                .param("scopes", token.scopes().stream().map(TokenScope::name).toArray(String[]::new))
                .param("by", token.createdBy())
                .param("at", Timestamp.from(token.createdAt()))
                .update();
    }

    Optional<ApiToken> findValid(byte[] hash) {
        return jdbc.sql("select * from api_token where hash = :hash and revoked_at is null")
                .param("hash", hash)
                .query(TokenStore::token)
                .optional();
    }

    /** Revokes the token and returns its name, if it was valid. */
    Optional<String> revoke(UUID id, Instant at) {
        return jdbc.sql("update api_token set revoked_at = :at where id = :id and revoked_at is null returning name")
                .param("at", Timestamp.from(at))
                .param("id", id)
                .query(String.class)
                .optional();
    }

    List<ApiToken> all() {
        return jdbc.sql("select * from api_token order by created_at desc")
                .query(TokenStore::token)
                .list();
    }

    private static ApiToken token(ResultSet row, int number) throws SQLException {
        Timestamp revoked = row.getTimestamp("revoked_at");
        return new ApiToken(
                row.getObject("id", UUID.class),
                row.getString("name"),
                Arrays.stream((String[]) row.getArray("scopes").getArray())
                        .map(TokenScope::valueOf)
                        .collect(Collectors.toUnmodifiableSet()),
                row.getString("created_by"),
                row.getTimestamp("created_at").toInstant(),
                revoked == null ? null : revoked.toInstant());
    }
}
