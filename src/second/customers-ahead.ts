import type { SecondThread } from '../load/second-thread.js';
import type { CustomersAhead, NamedCustomers } from '../normalize/named-customers.js';
import { areShared, askAhead } from './ahead.js';
import type { CustomersMessage } from './messages.js';

/** Lets the second thread look at the names of customers, if it runs and sees the memory that they stand in. */
export function customersAhead(
  thread: Pick<SecondThread, 'running'>,
  { patience }: { readonly patience?: number } = {},
): CustomersAhead {
  return (customers) => {
    const worker = thread.running();
    const { codes, texts } = customers;
    if (worker === null || !areShared(codes, texts.bytes, texts.offsets)) return null;
    return askAhead<NamedCustomers>(worker, { customers } satisfies Pick<CustomersMessage, 'customers'>, patience);
  };
}
