import { createContext } from 'react';

/** The word that inline scripts must carry; known on the server only. */
export const Nonce = createContext<string | undefined>(undefined);
