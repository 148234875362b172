import type { useMatches } from '@remix-run/react';

/** What a route may say of its page: `export const handle = { script: false, styles: 'inline-box' } satisfies PageHandle`. */
export interface PageHandle {
  /** false: the page works without script, so none is sent. */
  script?: false;
  /** 'inline-box': app/styles/box.css inside the page instead of the site's stylesheet. */
  styles?: 'inline-box';
}

const isHandle = (handle: unknown): handle is PageHandle => typeof handle === 'object' && handle !== null;

/** What the page's routes together ask of the document around them. */
export function documentWanted(matches: ReturnType<typeof useMatches>): {
  script: boolean;
  boxStyles: boolean;
} {
  const handles = matches.map((match) => match.handle).filter(isHandle);
  return {
    script: !handles.some((handle) => handle.script === false),
    boxStyles: handles.some((handle) => handle.styles === 'inline-box'),
  };
}
