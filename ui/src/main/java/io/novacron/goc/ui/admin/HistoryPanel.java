package io.novacron.goc.ui.admin;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.function.ValueProvider;
import com.vaadin.flow.spring.annotation.SpringComponent;
import io.novacron.goc.kernel.OperationsException;
import io.novacron.goc.telemetry.Tiers;
import io.novacron.goc.telemetry.Tiers.TierStatus;
import io.novacron.goc.ui.access.CurrentUser;
import io.novacron.goc.ui.access.Permission;
import io.novacron.goc.ui.shell.Notices;
import io.novacron.goc.ui.shell.Times;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Scope;

/** How fine and how long history is kept, what it takes on disk, and what it would take before that is changed. */
@SpringComponent
@Scope("prototype")
final class HistoryPanel extends Div {

    private static final long serialVersionUID = 1L;

    private static final int HOURS_A_DAY = 24;
    private static final String[] UNITS = {"bytes", "kB", "MB", "GB", "TB", "PB"};

    private final transient Tiers tiers;
    private final transient CurrentUser user;
    private final Grid<TierStatus> grid = new Grid<>();

    private final Paragraph open = new Paragraph();

    HistoryPanel(Tiers tiers, CurrentUser user) {
        this.tiers = tiers;
        this.user = user;
        addClassName("goc-panel-body");
        column("Bucket", tier -> Times.span(tier.tier().bucket()), ColumnTextAlign.START);
        column("Reaches back to", tier -> shown(tier.from()), ColumnTextAlign.START);
        column(
                "Made up to",
                tier -> tier.until().equals(Instant.EPOCH) ? "not yet" : Times.full(tier.until()),
                ColumnTextAlign.START);
        column("On disk", tier -> bytes(tier.bytes()), ColumnTextAlign.END);
        column("A day takes", tier -> bytes(tier.bytesWhenKeptFor(Duration.ofDays(1))), ColumnTextAlign.END);
        column("Kept for", tier -> length(tier.keptFor()), ColumnTextAlign.END);
        column("Takes when full", tier -> bytes(tier.bytesWhenKeptFor(tier.keptFor())), ColumnTextAlign.END);
        grid.addComponentColumn(tier -> {
                    Button change = new Button("Change", click -> change(tier));
                    change.addThemeVariants(ButtonVariant.SMALL);
                    return change;
                })
                .setHeader("")
                .setFlexGrow(1);
        grid.setAllRowsVisible(true);
        add(
                grid,
                open,
                new Paragraph(
                        "An hour is packed an hour and a quarter after it ended, and minutes are made of it; hours are"
                                + " made of minutes after each day. What comes later corrects them. Nothing is dropped"
                                + " before the next tier is made of it."));
        addAttachListener(attached -> refresh());
    }

    private void column(String header, ValueProvider<TierStatus, String> text, ColumnTextAlign align) {
        grid.addColumn(text)
                .setHeader(header)
                .setTextAlign(align)
                .setAutoWidth(true)
                .setFlexGrow(0);
    }

    private void refresh() {
        grid.setItems(tiers.status());
        open.setText("Hours that are not packed yet take %s more.".formatted(bytes(tiers.openBytes())));
    }

    private static String shown(@Nullable Instant at) {
        return at == null ? "nothing yet" : Times.full(at);
    }

    private static String length(Duration time) {
        return time.toHours() % HOURS_A_DAY == 0 ? time.toDays() + " days" : time.toHours() + " hours";
    }

    /** Bytes with three figures; a dash when they are not known. */
    static String bytes(long bytes) {
        if (bytes < 0) {
            return "-";
        }
        double size = bytes;
        int unit = 0;
        while (size >= 1_000 && unit < UNITS.length - 1) {
            size /= 1_000;
            unit++;
        }
        String number = unit == 0 || size >= 100
                ? String.format(Locale.ROOT, "%.0f", size)
                : String.format(Locale.ROOT, size >= 10 ? "%.1f" : "%.2f", size);
        return number + " " + UNITS[unit];
    }

    private void change(TierStatus tier) {
        Dialog dialog = new Dialog();
        dialog.setHeaderTitle(
                "How long to keep buckets of " + Times.span(tier.tier().bucket()));
        IntegerField hours = new IntegerField("Hours (24 are a day)");
        hours.setId("kept-hours");
        hours.setStepButtonsVisible(true);
        hours.setValue((int) tier.keptFor().toHours());
        hours.setValueChangeMode(ValueChangeMode.EAGER);
        Paragraph estimate = new Paragraph(estimate(tier, hours.getValue()));
        estimate.setId("kept-estimate");
        hours.addValueChangeListener(changed -> estimate.setText(estimate(tier, changed.getValue())));
        Button save = new Button("Keep for this long", click -> {
            Integer wanted = hours.getValue();
            if (wanted == null) {
                return;
            }
            try {
                tiers.keepFor(tier.tier(), Duration.ofHours(wanted), user.actor(Permission.ADMINISTER));
                dialog.close();
                refresh();
            } catch (OperationsException e) {
                Notices.refused(e);
            }
        });
        save.addThemeVariants(ButtonVariant.PRIMARY);
        dialog.add(hours, estimate);
        dialog.getFooter().add(new Button("Cancel", click -> dialog.close()), save);
        dialog.open();
    }

    private static String estimate(TierStatus tier, @Nullable Integer hours) {
        if (hours == null) {
            return "Give a number of hours.";
        }
        Duration time = Duration.ofHours(hours);
        long then = tier.bytesWhenKeptFor(time);
        return then < 0
                ? "%s. What it will take is not known before something is stored.".formatted(length(time))
                : "%s will take about %s; now it is %s.".formatted(length(time), bytes(then), bytes(tier.bytes()));
    }
}
