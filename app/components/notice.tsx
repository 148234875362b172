import type { ReactNode } from 'react';
import { Sign } from './sign';

type NoticeProps = { tone: 'good' | 'care' | 'plain'; title?: string; children?: ReactNode };

const PAINT = {
  good: { box: 'bg-flesh-soft border-flesh text-ink', sign: 'check' },
  care: { box: 'bg-soil-soft border-soil text-soil', sign: 'care' },
  plain: { box: 'bg-leaf border-rind text-ink', sign: 'leaf' },
} as const;

/** A message to whoever reads the page: good news, what needs care, or a plain word. Care is announced at once. */
export function Notice({ tone, title, children }: NoticeProps) {
  const { box, sign } = PAINT[tone];
  return (
    <div
      role={tone === 'care' ? 'alert' : 'status'}
      className={`flex gap-3 rounded-crate border-l-8 p-4 ${box}`}
    >
      <Sign name={sign} size={24} />
      <div className="min-w-0">
        {title ? <p className="font-extrabold">{title}</p> : null}
        {children ? <div className="text-16">{children}</div> : null}
      </div>
    </div>
  );
}
