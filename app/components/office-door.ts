import type { SignName } from './sign';

/** What a door beyond the first five is about. */
export type DoorGroup = 'selling' | 'orchards' | 'books';

export type OfficeDoor = { to: string; label: string; sign: SignName; group?: DoorGroup };

/** As many as a thumb tells apart on a phone's bottom bar. */
export const OPEN_DOORS = 5;
