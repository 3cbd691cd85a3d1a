package io.novacron.goc.e2e.naive;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Route;
import io.novacron.goc.fleet.Fleet;
import io.novacron.goc.fleet.Region;
import io.novacron.goc.ui.live.Frame;
import io.novacron.goc.ui.live.LiveHub;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** All regions as tiles and as a grid, each second. */
@Route("naive")
@PermitAll
public final class NaiveBoard extends Div {

    private static final long serialVersionUID = 1L;
    private static final int VALUES = 6;

    private final transient Fleet fleet;
    private final Div tiles = new Div();
    private final Grid<Row> grid = new Grid<>();
    private final transient List<Row> rows = new ArrayList<>();

    /** A region with the newest of its numbers, and its tile. */
    private static final class Row {

        private final String name;
        private final Span state = new Span();
        private final Span requests = new Span();
        private final Span errors = new Span();
        private final Span latency = new Span();
        private int[] numbers = new int[VALUES];
        private int code;

        Row(String name) {
            this.name = name;
        }

        Div tile() {
            return new Div(new Span(name), state, requests, errors, latency);
        }

        void show(Frame frame, int region) {
            code = frame.states()[region];
            numbers = Arrays.copyOfRange(frame.values(), region * VALUES, (region + 1) * VALUES);
            state.setText(Integer.toString(code));
            requests.setText(Integer.toString(numbers[0]));
            errors.setText(Integer.toString(numbers[1]));
            latency.setText(Integer.toString(numbers[2]));
        }
    }

    NaiveBoard(Fleet fleet, LiveHub hub) {
        this.fleet = fleet;
        grid.addColumn(row -> row.name).setHeader("Region");
        grid.addColumn(row -> row.code).setHeader("State");
        grid.addColumn(row -> row.numbers[0]).setHeader("Requests/s");
        grid.addColumn(row -> row.numbers[1]).setHeader("Errors");
        grid.addColumn(row -> row.numbers[2]).setHeader("p99");
        grid.addColumn(row -> row.numbers[3]).setHeader("Hosts up");
        grid.setItems(rows);
        add(tiles, grid);
        hub.follow(this, this::show);
    }

    private void show(Frame frame) {
        List<Region> regions = fleet.regions();
        for (int region = rows.size(); region < frame.states().length; region++) {
            Row row = new Row(regions.get(region).name());
            rows.add(row);
            tiles.add(row.tile());
        }
        for (int region = 0; region < frame.states().length; region++) {
            rows.get(region).show(frame, region);
        }
        grid.getDataProvider().refreshAll();
    }
}
