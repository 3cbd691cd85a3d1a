/**
 * Lists that people search: facets with counts, a filter, columns to choose, what they kept, CSV. All of a list is held
 * and sifted in memory, in one pass over the rows, so that a hundred thousand of them answer at once; the browser is
 * given only the rows it shows.
 */
@NullMarked
package io.novacron.goc.ui.lists;

import org.jspecify.annotations.NullMarked;
