// What the style page needs beyond the product's own elements; only that page loads it.
import './tokens.js';
import './gallery.js';
import './look.js';
