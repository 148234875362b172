import type { ApplicationState, MembershipKind, PaperKind, Tx } from '@baunghe/db';
import { type Dong, dong } from '@baunghe/money';

/** An application as its applicant and the office see it. Papers are told of and not shown. */
export interface ApplicationView {
  id: string;
  code: string;
  state: ApplicationState;
  name: string;
  phone: string;
  /** Null: the number is taken on trust. */
  phoneProvedAt: Date | null;
  kind: MembershipKind;
  place: string;
  capital: Dong | null;
  locale: string;
  demo: boolean;
  createdAt: Date;
  sentAt: Date | null;
  endedAt: Date | null;
  plots: {
    crop: string;
    areaM2: number;
    place: string;
    latitude: number | null;
    longitude: number | null;
  }[];
  papers: { id: string; kind: PaperKind; addedAt: Date }[];
  steps: {
    from: ApplicationState | null;
    to: ApplicationState;
    at: Date;
    byUser: string | null;
    words: string | null;
  }[];
}

const PARTS = {
  plots: { orderBy: { position: 'asc' } },
  papers: { orderBy: { id: 'asc' }, select: { id: true, kind: true, addedAt: true } },
  steps: { orderBy: { id: 'asc' } },
} as const;

/** An application by its code; null when there is none, or who applied is erased. */
export async function applicationByCode(tx: Tx, code: string): Promise<ApplicationView | null> {
  const found = await tx.application.findUnique({ where: { code }, include: PARTS });
  if (!found || found.erasedAt) return null;
  const { id, state, name, phone, kind, place, capitalDong, locale, demo } = found;
  const { createdAt, sentAt, endedAt, phoneProvedAt, plots, papers, steps } = found;
  return {
    ...{ id, code, state, name, phone, kind, place, locale, demo, createdAt, sentAt, endedAt, papers },
    phoneProvedAt,
    capital: capitalDong === null ? null : dong(capitalDong),
    plots: plots.map(({ crop, areaM2, place: where, latitude, longitude }) => ({
      ...{ crop, areaM2, place: where, latitude, longitude },
    })),
    steps: steps.map(({ fromState, toState, at, byUser, words }) => ({
      ...{ from: fromState, to: toState, at, byUser, words },
    })),
  };
}

/**
 * Applications from a number for its owner to take along, without who of the board moved them. One whose number was never
 * proved may be somebody else's who mistyped theirs, so of that there is only that it was sent.
 */
export async function applicationsOf(tx: Tx, phone: string) {
  const found = await tx.application.findMany({
    where: { phone, erasedAt: null },
    orderBy: { id: 'asc' },
    select: { code: true, state: true, sentAt: true, phoneProvedAt: true },
  });
  return Promise.all(
    found.map(async ({ code, state, sentAt, phoneProvedAt }) => {
      const view = phoneProvedAt && (await applicationByCode(tx, code));
      if (!view) return { state, sentAt };
      const { id: _id, demo: _demo, steps, papers, ...told } = view;
      return {
        ...told,
        papers: papers.map(({ kind, addedAt }) => ({ kind, addedAt })),
        steps: steps.map(({ to, at, words }) => ({ to, at, words })),
      };
    }),
  );
}
