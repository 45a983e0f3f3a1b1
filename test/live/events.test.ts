import { describe, expect, it } from 'vitest';
import { createEvents, type Stream } from '../../src/live/events.js';

/** A page that listens. */
function page() {
  const heard: string[] = [];
  const listeners = new Map<string, () => void>();
  const stream = {
    write: (text: string) => heard.push(text) > 0,
    end: () => heard.push('end'),
    on: (name: string, listener: () => void) => listeners.set(name, listener),
  } as unknown as Stream;
  return { stream, heard, leave: () => listeners.get('close')?.() };
}

describe('the stream of changes', () => {
  it('greets a page with the state that it sees, and how soon to come back', () => {
    const one = page();
    createEvents(() => 'run.1').add(one.stream, undefined);
    expect(one.heard).toEqual(['retry: 1000\n\nevent: hello\nid: run.1\ndata: run.1\n\n']);
  });

  it('tells every page of a change, and none that has left', () => {
    const events = createEvents(() => 'run.1');
    const [one, two] = [page(), page()];
    events.add(one.stream, undefined);
    events.add(two.stream, 'run.1');
    two.leave();
    events.tell('run.2');
    expect(one.heard[1]).toBe('event: changed\nid: run.2\ndata: run.2\n\n');
    expect(two.heard).toHaveLength(1);
    expect(events.count()).toBe(1);
  });

  it('tells a page that comes back what it missed, of another run of the server too', () => {
    const events = createEvents(() => 'b.1');
    const [one, two, three] = [page(), page(), page()];
    events.add(one.stream, 'a.1');
    events.add(two.stream, 'b.1');
    events.add(three.stream, '');
    expect([one, two, three].map(({ heard }) => /event: (\w+)/.exec(heard[0] ?? '')?.[1])).toEqual([
      'changed',
      'hello',
      'hello',
    ]);
  });

  it('gives a sign of life, says goodbye, and lets no more in than it can serve', () => {
    const events = createEvents(() => 'a.1');
    const pages = Array.from({ length: 32 }, page);
    for (const { stream } of pages) events.add(stream, undefined);
    expect(events.isFull()).toBe(true);
    events.beat();
    events.close();
    expect(pages.every(({ heard }) => heard.slice(1).join() === ': here\n\n,end')).toBe(true);
    expect(events.count()).toBe(0);
  });
});
