const ASKED_FOR = '<link rel="modulepreload" ';

/**
 * Lets a drawn page's scripts be fetched after its letters and pictures: every page works before they come, and on a slow
 * phone they would take the line from what is to be seen. The links are Remix's own, which offers no priority for them.
 */
export const scriptsLast = (page: string): string =>
  page.replaceAll(ASKED_FOR, `${ASKED_FOR}fetchpriority="low" `);
