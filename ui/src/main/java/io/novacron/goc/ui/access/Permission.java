package io.novacron.goc.ui.access;

import io.novacron.goc.access.Role;
import java.util.Set;

/** What people do on the screens, and which roles may. */
public enum Permission {
    ACKNOWLEDGE_ALERT(Role.OPERATOR, Role.COMMANDER, Role.ADMIN),
    DECLARE_INCIDENT(Role.OPERATOR, Role.COMMANDER, Role.ADMIN),
    CONTRIBUTE_TO_WAR_ROOM(Role.OPERATOR, Role.COMMANDER, Role.ADMIN),
    COMMAND_INCIDENT(Role.COMMANDER, Role.ADMIN),
    ANNOUNCE_MAINTENANCE(Role.OPERATOR, Role.COMMANDER, Role.ADMIN),
    REQUEST_REPORT(Role.EXECUTIVE, Role.AUDITOR, Role.COMMANDER, Role.ADMIN),
    SHARE_KIOSK(Role.COMMANDER, Role.ADMIN),
    INJECT_FAULT(Role.ADMIN),
    ADMINISTER(Role.ADMIN);

    private final Set<Role> roles;

    Permission(Role... roles) {
        this.roles = Set.of(roles);
    }

    public Set<Role> roles() {
        return roles;
    }
}
