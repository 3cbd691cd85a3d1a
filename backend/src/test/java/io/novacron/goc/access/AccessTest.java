package io.novacron.goc.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.novacron.goc.db.TestingDatabase;
import io.novacron.goc.kernel.Actor;
import io.novacron.goc.kernel.AuditedEvent;
import io.novacron.goc.kernel.Ids;
import io.novacron.goc.kernel.OperationsException;
import io.novacron.goc.kernel.Severity;
import io.novacron.goc.kernel.TestingClock;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.transaction.support.TransactionTemplate;

class AccessTest {

    private static final Actor ADMIN = Actor.person("admin");

    private final TestingClock clock = TestingClock.at("2026-03-01T10:00:00Z");
    private final PasswordEncoder encoder = new AccessConfiguration().passwordEncoder();
    private final DataSource source = TestingDatabase.fresh().dataSource();
    private final JdbcClient jdbc = JdbcClient.create(source);
    private final AuditTrail trail = new AuditTrail(new AuditStore(jdbc));
    private final Accounts accounts = newAccounts();
    private final Tokens tokens = newTokens();

    private Accounts newAccounts() {
        return new Accounts(
                new AccountStore(jdbc),
                new PreferenceStore(jdbc),
                encoder,
                event -> trail.record((AuditedEvent) event),
                clock,
                new Ids(clock));
    }

    private Tokens newTokens() {
        return new Tokens(new TokenStore(jdbc), event -> trail.record((AuditedEvent) event), clock, new Ids(clock));
    }

    @Test
    void firstAdminIsMadeOnceWithARandomPassword() {
        String password = accounts.createFirstAdmin().orElseThrow();

        assertThat(accounts.createFirstAdmin()).isEmpty();
        UserDetails admin = accounts.loadUserByUsername("admin");
        assertThat(encoder.matches(password, admin.getPassword())).isTrue();
        assertThat(password).hasSizeGreaterThanOrEqualTo(20);
        assertThat(admin.getAuthorities()).extracting(Object::toString).containsExactly("ROLE_ADMIN");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<script>alert(1)</script>", "", " ", "Ünicode", "a b", "../etc", "-dash"})
    void nameThatBreaksTheRuleIsRefused(String name) {
        assertThatThrownBy(() -> accounts.create(name, "Somebody", Set.of(Role.OPERATOR), "long-enough", ADMIN))
                .isInstanceOf(OperationsException.class)
                .hasMessageContaining("user name");
        assertThat(accounts.all()).isEmpty();
    }

    @Test
    void whatAPersonPrefersIsKeptAndTheDefaultsAreForWhoNeverChose() {
        accounts.create("ada", "Ada", Set.of(Role.OPERATOR), "long-enough", ADMIN);
        Preferences chosen = new Preferences(
                ZoneId.of("Asia/Tokyo"),
                Preferences.Theme.CONTRAST,
                Preferences.Density.COMFORTABLE,
                false,
                Set.of(Severity.CRITICAL),
                25,
                true,
                false,
                "regions/eu-frankfurt");

        assertThat(accounts.preferences("ada")).isEqualTo(Preferences.DEFAULT);
        accounts.prefer("ada", Preferences.DEFAULT.withVolume(0));
        accounts.prefer("ada", chosen);

        assertThat(accounts.preferences("ada")).isEqualTo(chosen);
        assertThatThrownBy(() -> accounts.prefer("nobody", chosen)).hasMessageContaining("no account nobody");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://elsewhere.example", "//elsewhere.example", "../login", "javascript:alert(1)"})
    void firstScreenIsNeverElsewhere(String address) {
        assertThatThrownBy(() -> new Preferences(
                        ZoneId.of("UTC"),
                        Preferences.Theme.DARK,
                        Preferences.Density.COMPACT,
                        true,
                        Set.of(),
                        0,
                        false,
                        true,
                        address))
                .hasMessageContaining("address of this product");
    }

    @Test
    void disabledAccountCannotSignIn() {
        accounts.create("ada", "Ada", Set.of(Role.OPERATOR), "long-enough", ADMIN);

        accounts.setEnabled("ada", false, ADMIN);

        assertThat(accounts.loadUserByUsername("ada").isEnabled()).isFalse();
        assertThatThrownBy(() -> accounts.setEnabled("admin", false, ADMIN)).hasMessageContaining("their own account");
    }

    @Test
    void tokenIsKnownByItsSecretUntilItIsRevoked() {
        IssuedToken issued = tokens.issue("edge-1", Set.of(TokenScope.TELEMETRY_WRITE), ADMIN);

        assertThat(tokens.verify(issued.secret())).contains(issued.token());
        assertThat(tokens.verify(issued.secret() + "x")).isEmpty();
        assertThat(jdbc.sql("select count(*) from api_token where hash::text like '%' || :s || '%'")
                        .param("s", issued.secret())
                        .query(Long.class)
                        .single())
                .isZero();

        tokens.revoke(issued.token().id(), ADMIN);

        assertThat(tokens.verify(issued.secret())).isEmpty();
        assertThatThrownBy(() -> tokens.revoke(issued.token().id(), ADMIN)).hasMessageContaining("no valid token");
    }

    @Test
    void tokenRevokedOnAnotherNodeIsRefusedTenSecondsLater() {
        IssuedToken issued = tokens.issue("edge-1", Set.of(TokenScope.READ), ADMIN);
        assertThat(tokens.verify(issued.secret())).isPresent();

        newTokens().revoke(issued.token().id(), ADMIN);

        assertThat(tokens.verify(issued.secret())).isPresent();
        clock.advance(Duration.ofSeconds(10));
        assertThat(tokens.verify(issued.secret())).isEmpty();
    }

    @Test
    void tokenStaysKnownForAnHourWhileTheDatabaseIsAway() {
        AtomicBoolean isAway = new AtomicBoolean();
        DataSource shaky = new DelegatingDataSource(source) {
            @Override
            public Connection getConnection() throws SQLException {
                if (isAway.get()) {
                    throw new SQLTransientConnectionException("away");
                }
                return super.getConnection();
            }
        };
        Tokens here = new Tokens(new TokenStore(JdbcClient.create(shaky)), event -> {}, clock, new Ids(clock));
        String secret = tokens.issue("edge-1", Set.of(TokenScope.TELEMETRY_WRITE), ADMIN)
                .secret();
        assertThat(here.verify(secret)).isPresent();

        isAway.set(true);
        clock.advance(Duration.ofMinutes(59));
        assertThat(here.verify(secret)).isPresent();
        assertThatThrownBy(() -> here.verify("goc_neverseen")).isInstanceOf(DataAccessException.class);
        clock.advance(Duration.ofMinutes(2));
        assertThatThrownBy(() -> here.verify(secret)).isInstanceOf(DataAccessException.class);
    }

    @Test
    void tokenLookedUpWhileItsRevocationCommitsIsNotTrustedAfterIt() {
        IssuedToken issued = tokens.issue("edge-1", Set.of(TokenScope.READ), ADMIN);
        var transaction = new TransactionTemplate(new JdbcTransactionManager(source));

        transaction.executeWithoutResult(status -> {
            tokens.revoke(issued.token().id(), ADMIN);
            assertThat(elsewhere(() -> tokens.verify(issued.secret()))).isPresent();
        });

        assertThat(tokens.verify(issued.secret())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "goc_", "goc_short", "bearer", "goc_\u0000"})
    void whatIsNoTokenIsNobodys(String secret) {
        assertThat(tokens.verify(secret)).isEmpty();
        assertThat(tokens.verify(secret + "a".repeat(10_000))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"short", "ada.love", "пароль пароль пароль пароль пароль пароль пароль"})
    void passwordThatBreaksTheRuleIsRefused(String password) {
        assertThatThrownBy(() -> accounts.create("ada.love", "Ada", Set.of(Role.OPERATOR), password, ADMIN))
                .isInstanceOf(OperationsException.class)
                .hasMessageContaining("a password");
        assertThat(accounts.all()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "a\u0000b", "a\nb", "right\u202eleft"})
    void displayNameThatCouldDeceiveIsRefused(String name) {
        assertThatThrownBy(() -> accounts.create("ada", name, Set.of(Role.OPERATOR), "long-enough", ADMIN))
                .isInstanceOf(OperationsException.class)
                .hasMessageContaining("display name");
    }

    @Test
    void demoAccountsAreOneForEachRoleAndMadeOnce() {
        DemoAccounts demo = new DemoAccounts(accounts);

        demo.run(new DefaultApplicationArguments());
        demo.run(new DefaultApplicationArguments());

        assertThat(accounts.all())
                .hasSameSizeAs(Role.values())
                .allSatisfy(account -> assertThat(account.roles())
                        .containsExactly(Role.valueOf(account.name().toUpperCase(Locale.ROOT))));
        assertThat(encoder.matches(
                        "demo-auditor", accounts.loadUserByUsername("auditor").getPassword()))
                .isTrue();
    }

    private static <T> T elsewhere(Supplier<T> work) {
        return CompletableFuture.supplyAsync(work).join();
    }

    @Test
    void everyChangeLandsInTheTrailAndTheChainHolds() {
        accounts.create("ada", "Ada", Set.of(Role.OPERATOR), "long-enough", ADMIN);
        accounts.setPassword("ada", "longer-still", ADMIN);
        tokens.issue("edge-1", Set.of(TokenScope.READ), ADMIN);

        assertThat(trail.recent(10))
                .extracting(AuditEntry::action)
                .containsExactly("access.issue-token", "access.set-password", "access.create-account");
        assertThat(trail.recent(10))
                .allSatisfy(entry -> assertThat(entry.detail()).doesNotContain("longer-still"));
        assertThat(trail.firstBroken()).isEmpty();
    }

    @Test
    void alteredEntryBreaksTheChainWhereItIs() {
        accounts.create("ada", "Ada", Set.of(Role.OPERATOR), "long-enough", ADMIN);
        accounts.create("bob", "Bob", Set.of(Role.OPERATOR), "long-enough", ADMIN);
        long first = trail.recent(2).getLast().id();

        assertThatThrownBy(() ->
                        jdbc.sql("update audit_entry set actor = 'nobody'").update())
                .hasMessageContaining("append-only");
        jdbc.sql("alter table audit_entry disable trigger all").update();
        jdbc.sql("update audit_entry set actor = 'nobody' where id = :id")
                .param("id", first)
                .update();

        assertThat(trail.firstBroken()).hasValue(first);
    }
}
