// Runs the built command for tests that want its answer and not its process: see run.ts. Plain JavaScript, because a
// worker thread does not go through the compiler of the tests.
import { Writable } from 'node:stream';
import { workerData } from 'node:worker_threads';

const { port, signal, command } = workerData;
const { run } = await import(command);
// As the command itself does: SheetJS writes to the console about files that it reads all the same.
for (const method of ['log', 'info', 'warn', 'error', 'debug', 'trace']) console[method] = () => {};

/** A stream that keeps what is written. */
function kept() {
  const chunks = [];
  const stream = new Writable({
    decodeStrings: true,
    write(chunk, _encoding, done) {
      chunks.push(chunk);
      done();
    },
  });
  return { stream, text: () => Buffer.concat(chunks).toString('utf8') };
}

/** Tells the waiting thread: first the answer, then that there is one. */
function answer(outcome) {
  port.postMessage(outcome);
  Atomics.store(signal, 0, 1);
  Atomics.notify(signal, 0);
}

let failed = () => {};
process.on('uncaughtException', (error) => failed(error));

port.on('message', async ({ args, env, cwd }) => {
  const [stdout, stderr] = [kept(), kept()];
  failed = (error) => answer({ stdout: stdout.text(), stderr: `${stderr.text()}${error?.stack ?? error}`, status: 70 });
  try {
    const status = await run(args, {
      stdin: { isTTY: false },
      stdout: stdout.stream,
      stderr: stderr.stream,
      env,
      cwd,
      now: Date.now,
    });
    answer({ stdout: stdout.text(), stderr: stderr.text(), status });
  } catch (error) {
    failed(error);
  }
});
