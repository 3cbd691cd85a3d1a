/** Reports: asked for, made in the background, read. */
@NullMarked
package io.novacron.goc.ui.reports;

import org.jspecify.annotations.NullMarked;
