import type { RecordedEvent } from './history.ts';

/** An event that was declared wrong, when, and why. */
export interface WrongEvent {
  event: RecordedEvent;
  declaredAt: Date;
  reason: 'did_not_occur' | 'incorrect_data';
  /** The events that tell it rightly. */
  correctedBy: readonly string[];
}

/**
 * Parts a history into what still counts as true and what was declared wrong since (EPCIS 2.0, 7.4.1.2). A declaration
 * itself is in neither: it speaks of an event, not of fruit.
 */
export function trueEvents<E extends RecordedEvent>(
  events: readonly E[],
): { told: E[]; wrong: (WrongEvent & { event: E })[] } {
  const declared = new Map<string, RecordedEvent>();
  for (const event of events) if (event.body.errorDeclaration) declared.set(event.body.eventID, event);
  const told: E[] = [];
  const wrong: (WrongEvent & { event: E })[] = [];
  for (const event of events) {
    if (event.body.errorDeclaration) continue;
    const declaration = declared.get(event.id)?.body.errorDeclaration;
    if (!declaration) told.push(event);
    else {
      const { declarationTime, reason, correctiveEventIDs = [] } = declaration;
      wrong.push({ event, declaredAt: new Date(declarationTime), reason, correctedBy: correctiveEventIDs });
    }
  }
  return { told, wrong };
}
