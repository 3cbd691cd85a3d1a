package io.novacron.goc.ui.access;

import com.vaadin.flow.spring.security.AuthenticationContext;
import io.novacron.goc.access.Role;
import io.novacron.goc.kernel.Actor;
import io.novacron.goc.kernel.ErrorCode;
import io.novacron.goc.kernel.OperationsException;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Who sits at the screen that asks. */
@Component
public final class CurrentUser {

    private final AuthenticationContext authentication;

    CurrentUser(AuthenticationContext authentication) {
        this.authentication = authentication;
    }

    /** The user's name; empty before signing in. */
    public String name() {
        return authentication.getPrincipalName().orElse("");
    }

    /** What they are here for. */
    public Set<Role> roles() {
        return Arrays.stream(Role.values())
                .filter(role -> authentication.hasRole(role.name()))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether alerts and incidents are shown to them. */
    public boolean respondsToAlerts() {
        return Stream.of(Role.OPERATOR, Role.COMMANDER, Role.AUDITOR, Role.ADMIN)
                .map(Role::name)
                .anyMatch(authentication::hasRole);
    }

    public boolean may(Permission permission) {
        return permission.roles().stream().map(Role::name).anyMatch(authentication::hasRole);
    }

    /**
     * The user as the one who does something.
     *
     * @throws OperationsException FORBIDDEN when the role does not allow it
     */
    public Actor actor(Permission permission) {
        if (!may(permission)) {
            throw new OperationsException(
                    ErrorCode.FORBIDDEN, "your role does not allow this; it takes one of " + permission.roles());
        }
        return Actor.person(name());
    }

    public void signOut() {
        authentication.logout();
    }
}
