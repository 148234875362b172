import { useSyncExternalStore } from 'react';

const small = () => window.matchMedia('(max-width: 767px)');

/** Whether this is a phone's screen; false on the server and without script. */
export const useSmallScreen = (): boolean =>
  useSyncExternalStore(
    (onChange) => {
      const query = small();
      query.addEventListener('change', onChange);
      return () => query.removeEventListener('change', onChange);
    },
    () => small().matches,
    () => false,
  );
