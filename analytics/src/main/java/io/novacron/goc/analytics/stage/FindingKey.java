package io.novacron.goc.analytics.stage;

import io.novacron.goc.intelligence.Finding;
import io.novacron.goc.kernel.Place;

/** What makes two findings the same one: who says it, where, and of what. */
record FindingKey(String detector, Place place, String indicator) {

    static FindingKey of(Finding finding) {
        return new FindingKey(finding.detector(), finding.place(), finding.indicator());
    }
}
