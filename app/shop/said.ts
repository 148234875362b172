/** What a page says of a form that was refused. */
export interface Said {
  status: number;
  above: string;
  /** By the names of the form's fields. */
  beside: Record<string, string>;
}

/** One sentence above a form that was refused, and the same beside the field that it is about. */
export const say = (status: number, above: string, field?: string): Said => ({
  ...{ status, above },
  beside: field ? { [field]: above } : {},
});
