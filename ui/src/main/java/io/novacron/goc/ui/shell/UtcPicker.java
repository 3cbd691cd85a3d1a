package io.novacron.goc.ui.shell;

import com.vaadin.flow.component.datepicker.DatePicker.DatePickerI18n;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;

/** Asks for a moment as {@link Times} writes it, whatever the browser's language: 2026-11-24 21:30, in UTC. */
public final class UtcPicker extends DateTimePicker {

    private static final long serialVersionUID = 1L;
    private static final int MONDAY = 1;

    /** The label says UTC of itself. */
    public UtcPicker(String label) {
        super(label + " (UTC)");
        setLocale(Locale.UK);
        setDatePickerI18n(new DatePickerI18n().setDateFormat("yyyy-MM-dd").setFirstDayOfWeek(MONDAY));
    }

    /** Shows a moment, to the minute. */
    public void setInstant(Instant instant) {
        setValue(LocalDateTime.ofInstant(instant, ZoneOffset.UTC).truncatedTo(ChronoUnit.MINUTES));
    }

    /** What was chosen, if anything. */
    public Optional<Instant> instant() {
        return getOptionalValue().map(time -> time.toInstant(ZoneOffset.UTC));
    }
}
