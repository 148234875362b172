/** An Application Identifier and its value. */
export type Element = readonly [ai: string, value: string];
