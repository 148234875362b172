/** The digest of the farm diary that an event was sealed with; undefined for one that says nothing of a diary. */
export function sealedDigest(event: unknown): unknown {
  return (event as { ilmd?: Record<string, unknown> }).ilmd?.['baunghe:diaryDigest'];
}
