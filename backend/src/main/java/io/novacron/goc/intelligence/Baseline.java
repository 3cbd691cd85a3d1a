package io.novacron.goc.intelligence;

/**
 * What is usual for an indicator.
 *
 * @param median the middle value
 * @param mad median absolute deviation from it; times 1.4826 it estimates the standard deviation of normal data
 * @param samples how many values it was learnt from
 */
public record Baseline(double median, double mad, int samples) {}
