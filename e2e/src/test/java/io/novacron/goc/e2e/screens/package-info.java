@NullMarked
package io.novacron.goc.e2e.screens;

import org.jspecify.annotations.NullMarked;
