// commander can run commands that are programs of their own, which there are none of here. What it would start them with is
// six files of Node that nothing else asks for: they would be loaded at every start.
const COMMAND = /[\\/]commander[\\/]lib[\\/]command\.js$/;
const LOADING = "require('node:child_process')";

/** For the bundler: commander without them. */
export function withoutChildProcesses() {
  return {
    name: 'without-child-processes',
    transform(code, id) {
      if (!COMMAND.test(id)) return null;
      if (!code.includes(LOADING)) throw new Error(`${id} loads child processes in another way`);
      return { code: code.replace(LOADING, '{}'), map: null };
    },
  };
}
