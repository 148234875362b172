const DRAWN = {
  check: 'M4.5 13l4.8 5L19.5 6.5',
  cross: 'M6 6.200l12 11.800M18 6L6.2 18',
  care: 'M12 3.500L2.8 20h18.400zM12 9.500v5M12 17.400v.2',
  clock: 'M12 3.500a8.5 8.5 0 108.5 8.500A8.5 8.5 0 0012 3.500zM12 7.500V12l3.2 2.2',
  leaf: 'M5 19C4 9.5 10 4.5 20 4.500c.5 9-4.5 15-13 13.500M5 19.500c2.5-5 5.5-8 9.5-10',
  fruit:
    'M12 6c-4.8 0-7 3.6-7 7.400S8 20.5 12 20.500s7-3.3 7-7.100S16.8 6 12 6zM12 6V3M9 11l-1 1.600M15 11l1 1.600M12 10v2M9.5 15.500l-.6 1.500M14.5 15.500l.6 1.5',
  box: 'M3.5 8L12 3.8 20.5 8v8.600L12 20.8 3.5 16.600zM3.5 8L12 12.2 20.5 8M12 12.200v8.6',
  truck:
    'M2.5 6.500h11v10h-11zM13.5 10h4l4 3.500v3h-8M7 19.200a2 2 0 100-4 2 2 0 000 4zM17.5 19.200a2 2 0 100-4 2 2 0 000 4z',
  cart: 'M3 4.500h2.600l2.6 10.800h9.600l2.4-7.800H6.400M9.6 19.800v.1M16.6 19.800v.1',
  scan: 'M4 8.500V4h4.500M15.5 4H20v4.500M20 15.500V20h-4.500M8.5 20H4v-4.500M4 12h16',
  board: 'M4 4.500h16v15H4zM4 9.500h16M9 13.500h6M9 16.500h4',
  basket: 'M3.5 9.500h17l-2 10h-13zM7.5 9.500L11 4M16.5 9.500L13 4M9.5 13v3M14.5 13v3',
  plot: 'M3.5 19.500L6 9l7-3.500L20.5 8l-2 11.500zM9.5 7.500l3 12M5 14l14.5.5',
  person: 'M12 11.500a4 4 0 100-8 4 4 0 000 8zM4.5 20.500c.6-4.5 3.7-6.5 7.5-6.500s6.9 2 7.5 6.5',
  receipt: 'M5.5 3.500h13v17l-2.2-1.5-2.2 1.5-2.1-1.5-2.2 1.5-2.1-1.5-2.2 1.500zM9 8.500h6M9 12.500h6',
  seal: 'M12 2.800l2.6 2 3.3-.2.8 3.2 2.6 2-1.3 3 .7 3.3-3.1 1.1-1.7 2.9-3.2-.9-3.2.9-1.7-2.9-3.1-1.1.7-3.3-1.3-3 2.6-2 .8-3.2 3.3.2zM8.5 12l2.5 2.6 4.5-5',
  message: 'M3.5 5h17v11.500h-9L6.5 20.500v-4h-3zM8 9.500h8M8 12.500h5',
  arrow: 'M4 12h15M13 6l6.2 6L13 18',
} as const;

export type SignName = keyof typeof DRAWN;

/** A small hand-drawn sign that goes with a word, never instead of one (hidden from screen readers). */
export function Sign({ name, size = 20 }: { name: SignName; size?: number }) {
  return (
    <svg
      aria-hidden="true"
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="2.2"
      strokeLinecap="round"
      strokeLinejoin="round"
      className="shrink-0"
    >
      <path d={DRAWN[name]} />
    </svg>
  );
}
