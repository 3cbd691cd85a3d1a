package io.novacron.goc.telemetry;

import io.novacron.goc.telemetry.QueryAnswer.Heard;
import io.novacron.goc.telemetry.promql.Matcher;
import io.novacron.goc.telemetry.promql.PointSource;
import io.novacron.goc.telemetry.promql.Points;
import java.util.List;

/** Hands points on and remembers how fresh they were, so that an answer can say its age. For one query. */
final class Hearing implements PointSource {

    private final PointSource source;
    private Heard heard = Heard.NOTHING;

    Hearing(PointSource source) {
        this.source = source;
    }

    @Override
    public List<Points> find(List<Matcher> matchers, Span span) {
        List<Points> found = source.find(matchers, span);
        for (Points points : found) {
            long[] times = points.timesMs();
            int last = times.length - 1;
            if (last >= 0 && times[last] > heard.newestMs()) {
                heard = new Heard(times[last], last == 0 ? 0 : times[last] - times[last - 1]);
            }
        }
        return found;
    }

    /** Of all that was found so far. */
    Heard heard() {
        return heard;
    }
}
