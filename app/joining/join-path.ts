/** The address of an application's page, without language. */
export const joinPath = (code: string, joinKey: string, more = ''): string =>
  `/join/${code}?key=${encodeURIComponent(joinKey)}${more}`;
