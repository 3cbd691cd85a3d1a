package io.novacron.goc.client;

import java.util.List;

/**
 * What a number stands for.
 *
 * @param namesAndValues labels: name, value, name, value
 */
record Definition(int number, String metric, List<String> namesAndValues) {}
