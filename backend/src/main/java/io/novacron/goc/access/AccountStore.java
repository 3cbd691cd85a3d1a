package io.novacron.goc.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Accounts in the database. */
@Component
class AccountStore {

    private final JdbcClient jdbc;

    AccountStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An account with the hash of its password. */
    record Secret(Account account, String passwordHash) {}

    Optional<Secret> find(String name) {
        return jdbc.sql("select * from account where name = :name")
                .param("name", name)
                .query((row, number) -> new Secret(account(row, number), row.getString("password_hash")))
                .optional();
    }

    List<Account> all() {
        return jdbc.sql("select * from account order by name")
                .query(AccountStore::account)
                .list();
    }

    boolean isEmpty() {
        return jdbc.sql("select not exists (select from account)")
                .query(Boolean.class)
                .single();
    }

    /** Adds the account; false when the name is taken. */
    boolean add(Account account, String passwordHash) {
        return jdbc.sql("""
                                insert into account (name, display_name, password_hash, roles, enabled, created_at)
                                values (:name, :display, :hash, :roles, :enabled, :created)
                                on conflict (name) do nothing
                                """)
                        .param("name", account.name())
                        .param("display", account.displayName())
                        .param("hash", passwordHash)
                        .param("roles", account.roles().stream().map(Role::name).toArray(String[]::new))
                        .param("enabled", account.enabled())
                        .param("created", Timestamp.from(account.createdAt()))
                        .update()
                == 1;
    }

    boolean setEnabled(String name, boolean enabled) {
        return jdbc.sql("update account set enabled = :enabled where name = :name")
                        .param("enabled", enabled)
                        .param("name", name)
                        .update()
                == 1;
    }

    boolean setPassword(String name, String passwordHash) {
        return jdbc.sql("update account set password_hash = :hash where name = :name")
                        .param("hash", passwordHash)
                        .param("name", name)
                        .update()
                == 1;
    }

    /** The key that signs the cookies by which a browser is remembered. */
    String rememberMeKey() {
        return jdbc.sql("select value from installation where name = 'remember-me-key'")
                .query(String.class)
                .single();
    }

    private static Account account(ResultSet row, int number) throws SQLException {
        Set<Role> roles = Arrays.stream((String[]) row.getArray("roles").getArray())
                .map(Role::valueOf)
                .collect(Collectors.toUnmodifiableSet());
        return new Account(
                row.getString("name"),
                row.getString("display_name"),
                roles,
                row.getBoolean("enabled"),
                row.getTimestamp("created_at").toInstant());
    }
}
