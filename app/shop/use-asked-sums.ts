import { useFetcher } from '@remix-run/react';
import { useEffect } from 'react';

/** What a page of sums answers while somebody types, asked as soon as its address is due; undefined until it is known. */
export function useAskedSums<T>(source: string, due: boolean) {
  const { load, data } = useFetcher<T>();
  useEffect(() => {
    if (due) load(source);
  }, [due, source, load]);
  return data;
}
