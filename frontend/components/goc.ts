// The client side of the operations center: one module with all its elements.
import './board-frame.js';
import './live-bar.js';
import './world-map.js';
import './region-list.js';
import './rows.js';
import './state-counters.js';
import './chart.js';
import './facets.js';
import './heat-grid.js';
import './time-bar.js';
import './panel-grid.js';
import './values.js';
import './wall.js';
import './draft.js';
import './elapsed.js';
import './keys.js';
import './alarm.js';
import './moment.js';
import './palette.js';
import './person.js';
import './shortcuts.js';
import { followLinksOneAtATime } from './one-at-a-time.js';
import { preferences, show } from './preferences.js';

followLinksOneAtATime();
show(preferences());
