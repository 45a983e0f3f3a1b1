import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** What Debian, Ubuntu, Fedora, Alpine and Google call it. */
const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];

/**
 * The Chromium that tests of pages run in: the one that `KPI_CHROMIUM` names, else the first on the path, else null.
 * `KPI_CHROMIUM=none` is a machine without one. A name that cannot be run is an error: whoever gives one does not want it
 * passed over in silence.
 */
export function findChromium(env: Readonly<Record<string, string | undefined>> = process.env): string | null {
  const named = env['KPI_CHROMIUM'];
  if (named === 'none') return null;
  if (named !== undefined && named !== '') {
    if (isProgram(named)) return named;
    throw new Error(`KPI_CHROMIUM names ${named}, which cannot be run`);
  }
  const folders = (env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const places = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  return places.find(isProgram) ?? null;
}

/** What is printed at the end of a run where there is none. */
export const NO_CHROMIUM =
  'NO CHROMIUM: THE TESTS OF PAGES IN A BROWSER (test/browser) WERE SKIPPED. Nothing was proved about how the HTML ' +
  'report looks, sorts, prints or follows a file. Install one (Debian: apt-get install chromium) or name one in ' +
  'KPI_CHROMIUM; `.ci/run` installs it and does not pass without these tests.';

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
