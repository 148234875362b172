import { useEffect, useState } from 'react';
import { Notice } from '~/components/notice';
import * as m from '~/paraglide/messages.js';
import { countUnsent, openEntryStore } from './entry-store';

/** How many entries on this phone wait for their owner to sign in: the number alone, nothing of what is in them. */
export function WaitingForOwner() {
  const [count, setCount] = useState(0);
  useEffect(() => {
    const look = async () => {
      const store = await openEntryStore();
      setCount(await countUnsent(store));
      store.close();
    };
    // A browser without a store has nothing waiting.
    look().catch(() => undefined);
  }, []);
  return count > 0 ? <Notice tone="plain" title={m.offline_for_owner({ count })} /> : null;
}
