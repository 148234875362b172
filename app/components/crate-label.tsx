import type { ReactNode } from 'react';

type CrateLabelProps = { kind: string; code: string; children?: ReactNode; big?: boolean };

/** The paper label of a lot or a box, one corner cut: what it is ("Lô hàng"), its code, and a line or two below. */
export function CrateLabel({ kind, code, children, big }: CrateLabelProps) {
  return (
    <span className="crate">
      <span className={big ? 'py-3 pr-8 pl-4' : 'py-1.5 pr-6 pl-3'}>
        <span className="block text-14 text-muted">{kind}</span>
        <span className={`block font-extrabold tracking-wide break-all ${big ? 'text-28' : 'text-16'}`}>
          {code}
        </span>
        {children ? <span className="block text-14">{children}</span> : null}
      </span>
    </span>
  );
}
