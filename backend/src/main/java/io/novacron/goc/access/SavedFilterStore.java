package io.novacron.goc.access;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Saved filters in the database. */
@Component
class SavedFilterStore {

    private final JdbcClient jdbc;

    SavedFilterStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<SavedFilter> of(String account, String list) {
        return jdbc.sql("""
                        select list, name, query from saved_filter
                         where account = :account and list = :list order by lower(name), name
                        """)
                .param("account", account)
                .param("list", list)
                .query((row, number) ->
                        new SavedFilter(row.getString("list"), row.getString("name"), row.getString("query")))
                .list();
    }

    /** Keeps it; false when there is no such account. */
    boolean put(String account, SavedFilter filter) {
        return jdbc.sql("""
                                insert into saved_filter (account, list, name, query)
                                select name, :list, :name, :query from account where name = :account
                                on conflict (account, list, name) do update set query = excluded.query
                                """)
                        .param("account", account)
                        .param("list", filter.list())
                        .param("name", filter.name())
                        .param("query", filter.query())
                        .update()
                == 1;
    }

    void remove(String account, String list, String name) {
        jdbc.sql("delete from saved_filter where account = :account and list = :list and name = :name")
                .param("account", account)
                .param("list", list)
                .param("name", name)
                .update();
    }
}
