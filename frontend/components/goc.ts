// The client side of the operations center: one module with all its elements.
import './live-bar.js';
import './world-map.js';
import './region-list.js';
import './state-counters.js';
import './live-chart.js';
import './heat-grid.js';
import './elapsed.js';
import './keys.js';
import './theme-switch.js';
import { chosenTheme, showTheme } from './theme.js';

showTheme(chosenTheme());
