import { findChromium } from './chromium.js';

/* For scripts: the path of the browser that the tests would run in, or nothing. */

console.log(findChromium() ?? '');
