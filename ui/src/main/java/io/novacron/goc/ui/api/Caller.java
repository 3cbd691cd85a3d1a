package io.novacron.goc.ui.api;

import io.novacron.goc.kernel.Actor;
import java.security.Principal;

/** Who calls: the token's name, told apart from people's names by its prefix. */
final class Caller {

    private Caller() {}

    static Actor of(Principal token) {
        return Actor.person("api:" + token.getName());
    }
}
