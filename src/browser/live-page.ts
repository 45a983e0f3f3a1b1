/** The program of a served page: that of any page, and what follows the files. */
import './page.js';
import { startLive } from './live.js';

startLive();
