/** The address of a page of one's own order, without language. */
export const ownPath = (code: string, orderKey: string, page = ''): string =>
  `/orders/${code}${page === '' ? '' : `/${page}`}?key=${encodeURIComponent(orderKey)}`;
