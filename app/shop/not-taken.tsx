import { useEffect, useRef } from 'react';
import { Notice } from '~/components/notice';

/** Said above a form that was not taken; takes the focus, so that it is heard. */
export function NotTaken({ title, words }: { title: string; words: string }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <div ref={box} tabIndex={-1} className="mb-6">
      <Notice tone="care" title={title}>
        {words}
      </Notice>
    </div>
  );
}
