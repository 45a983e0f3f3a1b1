/** An error that is answered as one of the protocol. The SDK's own class writes its code into the message, too. */
export function protocolError(code: number, message: string, data?: unknown): Error {
  return Object.assign(new Error(message), { code, ...(data === undefined ? {} : { data }) });
}
