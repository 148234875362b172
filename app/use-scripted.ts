import { useEffect, useState } from 'react';

/** Whether the page's script runs: without it, nothing may depend on it. */
export function useScripted(): boolean {
  const [scripted, setScripted] = useState(false);
  useEffect(() => setScripted(true), []);
  return scripted;
}
