package io.novacron.goc.access;

import io.novacron.goc.kernel.Severity;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Preferences in the database. */
@Component
class PreferenceStore {

    private final JdbcClient jdbc;

    PreferenceStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Preferences> find(String account) {
        return jdbc.sql("select * from account_preference where account = :account")
                .param("account", account)
                .query((row, number) -> preferences(row))
                .optional();
    }

    /** Keeps them; false when there is no such account. */
    boolean put(String account, Preferences preferences) {
        return jdbc.sql("""
                                insert into account_preference (account, time_zone, theme, density, flashing, sounds, volume,
                                                                desktop, keys, landing)
                                select name, :zone, :theme, :density, :flashing, :sounds, :volume, :desktop, :keys, :landing
                                  from account where name = :account
                                on conflict (account) do update
                                   set time_zone = excluded.time_zone, theme = excluded.theme, density = excluded.density,
                                       flashing = excluded.flashing, sounds = excluded.sounds, volume = excluded.volume,
                                       desktop = excluded.desktop, keys = excluded.keys, landing = excluded.landing
                                """)
                        .param("account", account)
                        .param("zone", preferences.zone().getId())
                        .param("theme", preferences.theme().name())
                        .param("density", preferences.density().name())
                        .param("flashing", preferences.flashing())
                        .param(
                                "sounds",
                                preferences.sounds().stream()
                                        .map(Severity::name)
                                        .toArray(String[]::new))
                        .param("volume", preferences.volume())
                        .param("desktop", preferences.desktop())
                        .param("keys", preferences.keys())
                        .param("landing", preferences.landing())
                        .update()
                == 1;
    }

    private static Preferences preferences(ResultSet row) throws SQLException {
        return new Preferences(
                zone(row.getString("time_zone")),
                Preferences.Theme.valueOf(row.getString("theme")),
                Preferences.Density.valueOf(row.getString("density")),
                row.getBoolean("flashing"),
                Arrays.stream((String[]) row.getArray("sounds").getArray())
                        .map(Severity::valueOf)
                        .collect(Collectors.toUnmodifiableSet()),
                row.getInt("volume"),
                row.getBoolean("desktop"),
                row.getBoolean("keys"),
                row.getString("landing"));
    }

    /** Zones are renamed now and then; who chose one that is gone sees UTC, and not an error. */
    private static ZoneId zone(String id) {
        try {
            return ZoneId.of(id);
        } catch (DateTimeException e) {
            return ZoneOffset.UTC;
        }
    }
}
