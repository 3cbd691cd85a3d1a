package io.novacron.goc.ui.charts;

/**
 * A line that should not be crossed.
 *
 * @param severity {@code warning} or {@code critical}
 */
public record Threshold(double value, String label, String severity) {}
