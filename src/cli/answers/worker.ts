/** The thread that runs commands for the server: it may be stopped at any time, whatever it is doing. */
import { parentPort, workerData } from 'node:worker_threads';
import { putUpFence } from '../../disk/fence.js';
import { muteLibraries } from '../main.js';
import { answerTask } from './answer.js';
import type { FromThread, Place, Task } from './task.js';

const { cwd, fence } = workerData as Place;
putUpFence(fence);
const tell = (message: FromThread): void => parentPort?.postMessage(message);

muteLibraries();
parentPort?.on('message', async (task: Task) => {
  const answer = await answerTask(task, cwd, (progress) => tell({ kind: 'progress', progress }));
  tell({ kind: 'answer', answer });
});
// So that the first question need not wait for it.
void import('../../index.js');
