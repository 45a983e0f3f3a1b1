#!/usr/bin/env node
// A Node that is too old to run the program must get as far as this sentence: nothing here is newer than it is.
var oldest = [20, 19];
var own = process.versions.node.split('.').map(Number);
var needed = oldest.join('.');
var asked = process.argv.join(' ');

if (own[0] < oldest[0] || (own[0] === oldest[0] && own[1] < oldest[1])) {
  process.stderr.write(
    / --lang[ =]fa\b/.test(asked)
      ? 'خطا: kpi به Node ' + needed + ' یا تازه‌تر نیاز دارد؛ این Node ' + process.versions.node + ' است.\n'
      : 'error: kpi needs Node ' + needed + ' or newer; this is Node ' + process.versions.node + '.\n',
  );
  process.exitCode = 2;
} else {
  require('../dist/cli/start.js').start();
}
