/** The program of the page. Without it everything can be read; with it tables sort and filter, and Escape closes. */
import { startAnchors } from './anchors.js';
import { startFilters } from './filter.js';
import { startLanguages } from './languages.js';
import { startPrinting } from './print.js';
import { startSorting } from './sort.js';
import { startTerms } from './terms.js';
import { startUnfolding } from './unfold.js';

document.documentElement.classList.add('js');
startSorting();
startFilters();
startTerms();
startLanguages();
startPrinting();
startAnchors();
startUnfolding();
