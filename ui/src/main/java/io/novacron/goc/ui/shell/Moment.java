package io.novacron.goc.ui.shell;

import java.time.Instant;

/** A time as the person reads it: in their zone, which is named; the other one when it is pointed at. */
public final class Moment extends ClientElement {

    private static final long serialVersionUID = 1L;

    public Moment(Instant at) {
        super("goc-time");
        getElement().setAttribute("at", Long.toString(at.toEpochMilli()));
        getElement().setText(Times.full(at));
    }
}
