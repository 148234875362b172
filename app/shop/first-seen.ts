/**
 * Of the picture that fills the screen as a page opens: the browser asks for it before the scripts. In lower case, which
 * React 18 passes on as it is; it knows no `fetchPriority` yet.
 */
export const FIRST_SEEN: { fetchpriority?: 'high' } = { fetchpriority: 'high' };
