package io.novacron.goc.ui.shell;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import io.novacron.goc.access.Accounts;
import io.novacron.goc.ui.access.CurrentUser;
import io.novacron.goc.ui.live.Changes;
import io.novacron.goc.ui.live.News;
import io.novacron.goc.ui.live.Topic;
import java.util.Set;

/** The bell: what nobody has acknowledged, and what happened lately. */
final class Alarm extends Composite<ClientElement> {

    private static final long serialVersionUID = 1L;

    Alarm(News news, Changes changes, Accounts accounts, CurrentUser user) {
        ClientElement bell = getContent();
        bell.on("go", "address", address -> UI.getCurrent().navigate(address));
        bell.on(
                "volume",
                "volume",
                volume -> accounts.prefer(
                        user.name(), accounts.preferences(user.name()).withVolume(Integer.parseInt(volume))));
        boolean responds = user.respondsToAlerts();
        changes.follow(this, Set.of(Topic.ALERTS, Topic.INCIDENTS, Topic.HEALTH), () -> {
            bell.callWithJson("happened", news.latest(responds));
            bell.call("alarms", responds ? news.firing() : new int[0]);
        });
    }

    @Override
    protected ClientElement initContent() {
        return new ClientElement("goc-alarm");
    }
}
