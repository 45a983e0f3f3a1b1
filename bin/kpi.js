#!/usr/bin/env node
// A Node that is too old to run the program must get as far as this sentence: nothing here is newer than import() itself.
var oldest = [20, 19];
var own = process.versions.node.split('.').map(Number);
var needed = oldest.join('.');
var asked = process.argv.join(' ');
var WRITABLE_BY_OTHERS = 18; // 022, which old readers have no way to write

if (own[0] < oldest[0] || (own[0] === oldest[0] && own[1] < oldest[1])) {
  process.stderr.write(
    / --lang[ =]fa\b/.test(asked)
      ? 'خطا: kpi به Node ' + needed + ' یا تازه‌تر نیاز دارد؛ این Node ' + process.versions.node + ' است.\n'
      : 'error: kpi needs Node ' + needed + ' or newer; this is Node ' + process.versions.node + '.\n',
  );
  process.exitCode = 2;
} else {
  keepCompiled();
  import('../dist/cli/start.js').then(function (cli) {
    return cli.start();
  });
}

/**
 * Lets Node (22.8 and newer) keep what it compiled, in the user's own cache folder: Node's default is below the folder
 * for temporary files, where another user could lay code in wait. Without such a folder nothing is kept, and nothing
 * is said: Node tells failures by a status, and NODE_DISABLE_COMPILE_CACHE turns it off.
 */
function keepCompiled() {
  var builtin = process.getBuiltinModule;
  if (!builtin) return;
  var loader = builtin('module');
  var cache = loader.enableCompileCache ? cacheFolder(builtin('path'), builtin('fs')) : null;
  if (cache) loader.enableCompileCache(builtin('path').join(cache, 'sales-kpi'));
}

/** The user's folder for what can be made anew, null where there is none that is theirs: under `sudo`, HOME may be another's. */
function cacheFolder(path, fs) {
  var env = process.env;
  var places =
    process.platform === 'win32'
      ? [env.LOCALAPPDATA]
      : [
          env.XDG_CACHE_HOME,
          env.HOME && path.join(env.HOME, process.platform === 'darwin' ? 'Library/Caches' : '.cache'),
        ];
  var place = places.filter(function (one) {
    return one && path.isAbsolute(one);
  })[0];
  if (!place || !process.getuid) return place || null;
  var found;
  try {
    // Of a folder that is yet to be made, the one it will stand in counts.
    found = fs.statSync(place, { throwIfNoEntry: false }) || fs.statSync(path.dirname(place));
  } catch (_error) {
    return null;
  }
  return found.uid === process.getuid() && (found.mode & WRITABLE_BY_OTHERS) === 0 ? place : null;
}
