package io.novacron.goc.access;

import io.novacron.goc.kernel.Actor;
import io.novacron.goc.kernel.ErrorCode;
import io.novacron.goc.kernel.Ids;
import io.novacron.goc.kernel.OperationsException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The people who may sign in. */
@Service
public class Accounts implements UserDetailsService {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,62}");
    private static final Pattern DISPLAY_NAME = Pattern.compile("[^\\p{Cntrl}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}]{1,100}");
    private static final int PASSWORD_SHORTEST = 8;

    /** BCrypt reads no further. */
    private static final int PASSWORD_BYTES_MOST = 72;

    private final AccountStore store;
    private final PreferenceStore preferences;
    private final PasswordEncoder encoder;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final Ids ids;

    Accounts(
            AccountStore store,
            PreferenceStore preferences,
            PasswordEncoder encoder,
            ApplicationEventPublisher events,
            Clock clock,
            Ids ids) {
        this.store = store;
        this.preferences = preferences;
        this.encoder = encoder;
        this.events = events;
        this.clock = clock;
        this.ids = ids;
    }

    /**
     * Creates an account.
     *
     * @throws OperationsException INVALID_INPUT when name, password or roles break a rule; CONFLICT when the name is
     *     taken
     */
    @Transactional
    public Account create(String name, String displayName, Set<Role> roles, String password, Actor by) {
        if (!NAME.matcher(name).matches()) {
            throw new OperationsException(
                    ErrorCode.INVALID_INPUT,
                    "a user name has 1 to 63 characters of a-z, 0-9, dot, underscore and dash, and starts with a letter or digit");
        }
        if (roles.isEmpty()) {
            throw new OperationsException(
                    ErrorCode.INVALID_INPUT, "account %s needs at least one role".formatted(name));
        }
        if (!DISPLAY_NAME.matcher(displayName).matches() || displayName.isBlank()) {
            throw new OperationsException(
                    ErrorCode.INVALID_INPUT,
                    "a display name has 1 to 100 characters, none of them for control or formatting");
        }
        checkPassword(name, password);
        Account account = new Account(name, displayName.strip(), Set.copyOf(roles), true, clock.instant());
        if (!store.add(account, encode(password))) {
            throw new OperationsException(
                    ErrorCode.CONFLICT, "the user name %s is taken; choose another".formatted(name));
        }
        events.publishEvent(new AccountChanged(name, "access.create-account", "roles " + roles, by, clock.instant()));
        return account;
    }

    /** Creates {@code admin} with a random password when there is no account at all; returns the password that once. */
    @Transactional
    public Optional<String> createFirstAdmin() {
        if (!store.isEmpty()) {
            return Optional.empty();
        }
        String password = Base64.getUrlEncoder().withoutPadding().encodeToString(ids.secret(15));
        create("admin", "Administrator", Set.of(Role.ADMIN), password, Actor.machine("access"));
        return Optional.of(password);
    }

    /** Lets somebody in or keeps them out. */
    @Transactional
    public void setEnabled(String name, boolean enabled, Actor by) {
        if (!enabled && name.equals(by.name())) {
            throw new OperationsException(ErrorCode.INVALID_INPUT, "nobody can disable their own account");
        }
        if (!store.setEnabled(name, enabled)) {
            throw unknown(name);
        }
        String action = enabled ? "access.enable-account" : "access.disable-account";
        events.publishEvent(new AccountChanged(name, action, "", by, clock.instant()));
    }

    /** Gives an account a new password. */
    @Transactional
    public void setPassword(String name, String password, Actor by) {
        checkPassword(name, password);
        if (!store.setPassword(name, encode(password))) {
            throw unknown(name);
        }
        events.publishEvent(new AccountChanged(name, "access.set-password", "", by, clock.instant()));
    }

    public Optional<Account> find(String name) {
        return store.find(name).map(AccountStore.Secret::account);
    }

    /** How the person wants to see and hear things; the defaults for who never chose. */
    public Preferences preferences(String name) {
        return preferences.find(name).orElse(Preferences.DEFAULT);
    }

    /** Keeps how the person wants to see and hear things. */
    @Transactional
    public void prefer(String name, Preferences chosen) {
        if (!preferences.put(name, chosen)) {
            throw unknown(name);
        }
    }

    /** All accounts by name. */
    public List<Account> all() {
        return store.all();
    }

    /** The key that signs the cookies by which a browser is remembered over a restart. */
    public String rememberMeKey() {
        return store.rememberMeKey();
    }

    @Override
    public UserDetails loadUserByUsername(String name) {
        AccountStore.Secret secret =
                store.find(name).orElseThrow(() -> new UsernameNotFoundException("no such account"));
        return User.withUsername(secret.account().name())
                .password(secret.passwordHash())
                .authorities(
                        secret.account().roles().stream().map(Role::authority).toArray(String[]::new))
                .disabled(!secret.account().enabled())
                .build();
    }

    private String encode(String password) {
        return String.valueOf(encoder.encode(password));
    }

    private static void checkPassword(String name, String password) {
        int bytes = password.getBytes(StandardCharsets.UTF_8).length;
        if (password.length() < PASSWORD_SHORTEST || bytes > PASSWORD_BYTES_MOST) {
            throw new OperationsException(
                    ErrorCode.INVALID_INPUT,
                    "a password has at least %d characters and at most %d bytes in UTF-8; this one has %d and %d"
                            .formatted(PASSWORD_SHORTEST, PASSWORD_BYTES_MOST, password.length(), bytes));
        }
        if (password.equalsIgnoreCase(name)) {
            throw new OperationsException(ErrorCode.INVALID_INPUT, "a password must not be the user name");
        }
    }

    private static OperationsException unknown(String name) {
        return new OperationsException(ErrorCode.NOT_FOUND, "there is no account %s".formatted(name));
    }
}
