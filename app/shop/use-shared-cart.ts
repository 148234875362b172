import { useRevalidator } from '@remix-run/react';
import { useEffect } from 'react';

const KEY = 'cart-seen';

/** Tells the visitor's other tabs what the cart holds, and asks again for the page when another tab says otherwise. */
export function useSharedCart(cart: string): void {
  const { revalidate } = useRevalidator();
  useEffect(() => {
    try {
      localStorage.setItem(KEY, cart);
    } catch {
      // A browser that keeps nothing shows the change when the page is opened again.
    }
    const changed = ({ key, newValue }: StorageEvent) => {
      if (key === KEY && newValue !== cart) revalidate();
    };
    addEventListener('storage', changed);
    return () => removeEventListener('storage', changed);
  }, [cart, revalidate]);
}
