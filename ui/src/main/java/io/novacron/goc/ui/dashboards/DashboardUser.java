package io.novacron.goc.ui.dashboards;

import io.novacron.goc.access.Role;
import io.novacron.goc.dashboards.Dashboards;
import io.novacron.goc.kernel.Actor;
import io.novacron.goc.ui.access.CurrentUser;
import io.novacron.goc.ui.access.Permission;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Who looks, as the room of dashboards knows them: their teams are their roles. */
@Component
final class DashboardUser {

    private final CurrentUser user;

    DashboardUser(CurrentUser user) {
        this.user = user;
    }

    Dashboards.Person person() {
        return new Dashboards.Person(Actor.person(user.name()), teams(user.roles()), user.may(Permission.ADMINISTER));
    }

    /** The teams that they may share with. */
    List<String> teams() {
        return teams(user.roles()).stream().sorted().toList();
    }

    private static Set<String> teams(Set<Role> roles) {
        return roles.stream().map(role -> role.name().toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());
    }
}
