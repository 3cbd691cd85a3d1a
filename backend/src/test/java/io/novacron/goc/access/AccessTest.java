package io.novacron.goc.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.novacron.goc.db.TestingDatabase;
import io.novacron.goc.kernel.Actor;
import io.novacron.goc.kernel.AuditedEvent;
import io.novacron.goc.kernel.Ids;
import io.novacron.goc.kernel.OperationsException;
import io.novacron.goc.kernel.TestingClock;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.crypto.password.PasswordEncoder;

class AccessTest {

    private static final Actor ADMIN = Actor.person("admin");

    private final TestingClock clock = TestingClock.at("2026-03-01T10:00:00Z");
    private final PasswordEncoder encoder = new AccessConfiguration().passwordEncoder();
    private JdbcClient jdbc = JdbcClient.create(TestingDatabase.fresh().dataSource());
    private AuditTrail trail = new AuditTrail(new AuditStore(jdbc));
    private Accounts accounts = newAccounts();
    private Tokens tokens = newTokens();

    @BeforeEach
    void freshDatabase() {
        jdbc = TestingDatabase.fresh().client();
        trail = new AuditTrail(new AuditStore(jdbc));
        accounts = newAccounts();
        tokens = newTokens();
    }

    private Accounts newAccounts() {
        return new Accounts(
                new AccountStore(jdbc), encoder, event -> trail.record((AuditedEvent) event), clock, new Ids(clock));
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
