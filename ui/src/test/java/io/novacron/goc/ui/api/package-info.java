/** The HTTP API over a running house. */
@NullMarked
package io.novacron.goc.ui.api;

import org.jspecify.annotations.NullMarked;
