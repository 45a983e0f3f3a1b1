/**
 * The protocol over two streams: a message a line. The SDK's own transport ends at a line that is too long and says
 * nothing of one that is no JSON; a server that lives as long as a conversation must answer and go on.
 */
import type { Readable, Writable } from 'node:stream';
import type { Transport } from '@modelcontextprotocol/sdk/shared/transport.js';
import { type JSONRPCMessage, JSONRPCMessageSchema } from '@modelcontextprotocol/sdk/types.js';

/** Bytes of a line at most: a call is a few hundred. */
const LONGEST_LINE = 1024 * 1024;
const LF = 0x0a;

/** JSON-RPC 2.0, section 5.1. */
const PARSE_ERROR = -32700;
const INVALID_REQUEST = -32600;

export interface Streams {
  readonly input: Readable;
  readonly output: Writable;
}

/** Closes when the input ends or the output is gone. */
export function lineTransport({ input, output }: Streams): Transport {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let pieces: Buffer[] = [];
  let length = 0;
  let closed = false;

  const transport: Transport = {
    start: async () => {
      input.on('data', read);
      input.once('end', close);
      input.once('error', close);
      input.once('close', close);
      output.once('error', close);
    },
    send: (message) => write(message),
    close: async () => close(),
  };

  function close(): void {
    if (closed) return;
    closed = true;
    input.off('data', read);
    pieces = [];
    output.on('error', () => {}); // what is still on its way to a reader that is gone
    transport.onclose?.();
  }

  function write(message: object): Promise<void> {
    if (closed) return Promise.resolve();
    return new Promise((resolve) => {
      output.write(`${JSON.stringify(message)}\n`, () => resolve());
    });
  }

  function read(chunk: Buffer): void {
    let from = 0;
    for (let at = chunk.indexOf(LF); at >= 0 && !closed; at = chunk.indexOf(LF, from)) {
      keep(chunk.subarray(from, at));
      from = at + 1;
      const [line, size] = [Buffer.concat(pieces), length];
      pieces = [];
      length = 0;
      if (size > LONGEST_LINE) refuse(INVALID_REQUEST, `a message has ${LONGEST_LINE} bytes at most`);
      else take(line);
    }
    keep(chunk.subarray(from));
  }

  /** Of a line that is too long nothing is kept but how long it is. */
  function keep(piece: Buffer): void {
    length += piece.length;
    if (length > LONGEST_LINE) pieces = [];
    else if (piece.length > 0) pieces.push(piece);
  }

  function take(line: Buffer): void {
    let value: unknown;
    try {
      const text = decoder.decode(line).trim();
      if (text === '') return;
      value = JSON.parse(text);
    } catch {
      refuse(PARSE_ERROR, 'a line that is no JSON');
      return;
    }
    const message = JSONRPCMessageSchema.safeParse(value);
    if (message.success) transport.onmessage?.(message.data as JSONRPCMessage);
    else refuse(INVALID_REQUEST, 'not a JSON-RPC 2.0 message', idOf(value));
  }

  function refuse(code: number, message: string, id?: string | number): void {
    void write({ jsonrpc: '2.0', ...(id === undefined ? {} : { id }), error: { code, message } });
  }

  return transport;
}

function idOf(value: unknown): string | number | undefined {
  const id = typeof value === 'object' && value !== null && 'id' in value ? value.id : undefined;
  return typeof id === 'string' || typeof id === 'number' ? id : undefined;
}
