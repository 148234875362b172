import { useNavigate } from '@remix-run/react';
import { type FormEvent, useCallback, useEffect, useRef, useState } from 'react';
import { localeOfPath } from '~/locale';
import type { Problem } from '~/office/refusals.server';
import { useHref } from '~/use-locale';
import { handOut } from './entries-file';
import { asWaiting, type Entry, type KeptField, type NewEntry } from './entry';
import { type EntryStore, entryById, saveEntry } from './entry-store';
import { fillForm } from './fill-form';
import type { KindName } from './kind';
import { lastChoices, rememberChoices } from './last-choices';
import { type Outbox, useOutbox } from './outbox';
import { knownAhead } from './phone-clock';
import { type Posted, postEntry } from './post-entry';
import { type Filled, keptFields, readForm } from './read-form';
import { wakeWithSignal } from './wake-with-signal';

/** What the form of a page of its own is given back with. */
export type RefusedForm = { typed: Record<string, string> | null; problem: Problem };

/** Why an entry is not on the phone: its storage is full, or refuses otherwise. */
type NotSaved = 'full' | 'broken';

type Queued<Answer> = {
  /** What the form's page answers with when it refuses, whether it came by the page or by the outbox. */
  refused: Answer | undefined;
  /** To be spread over the form. */
  form: { ref: React.RefObject<HTMLFormElement>; onSubmit: (event: FormEvent<HTMLFormElement>) => void };
  saving: boolean;
  notSaved: NotSaved | null;
  /** The session is over: the entry is saved and waits for the same person's sign-in. */
  signedOut: boolean;
  /** Sends what stands in the form without saving it first, where the phone could not. */
  sendDirectly: () => void;
  /** Copies what stands in the form to a file, which another phone can take in. */
  copyToFile: () => void;
};

type Options<Answer> = {
  kind: KindName;
  /** What the page is of, as `Entry` has it. */
  of?: string;
  /** Hidden fields by which this form is known from others of its kind on the page. */
  known?: Readonly<Record<string, string>>;
  /** The page's own answer, for a browser without script or store. */
  answered: Answer | undefined;
  /** Fields whose last answer is the first offer. */
  remember?: readonly string[];
};

/** How long a person waits for the answer before the entry is left to the outbox. */
const PATIENCE_MS = 12_000;

/**
 * Makes a plain form one that is never lost: what is submitted is saved on the phone first, then sent. Answered, it
 * leads where the form's action leads, or shows its refusal; without an answer it waits in the outbox. Without script
 * the form posts as ever. An address with `?entry=ID` fills the form with that entry, to put it right.
 */
export function useQueuedForm<Answer>(options: Options<Answer>): Queued<Answer> {
  const { kind, of, answered, known = NOTHING_KNOWN, remember = NONE } = options;
  const outbox = useOutbox();
  const ref = useRef<HTMLFormElement>(null);
  const id = useRef<string | null>(null);
  const [refused, setRefused] = useState<Answer>();
  const [saving, setSaving] = useState(false);
  const [notSaved, setNotSaved] = useState<NotSaved | null>(null);
  const [signedOut, setSignedOut] = useState(false);
  const goOn = useGoOn();
  useSeen(ref, refused !== undefined || notSaved !== null);
  useFirstFilling(ref, id, { outbox, kind, of, known, remember, isAnswered: answered !== undefined });
  const heard = (answer: Posted, otherwise: () => void) => {
    setSaving(false);
    if (answer.state === 'sent') {
      // A form that stays on the page is the next one.
      id.current = null;
      return goOn(answer.to);
    }
    if (answer.state === 'away') return otherwise();
    if (answer.state === 'signed_out') return setSignedOut(true);
    setRefused((answer.answer ?? { typed: null, problem: answer.problem }) as Answer);
  };
  const begin = () => {
    setSaving(true);
    setNotSaved(null);
    setSignedOut(false);
    setRefused(undefined);
    id.current ??= crypto.randomUUID();
    return id.current;
  };
  const submit = async (form: HTMLFormElement, box: Outbox, store: EntryStore) => {
    // Read first: what is said of the last try goes with it, and with that what the form shows for it.
    const filled = readForm(form);
    const key = begin();
    try {
      const before = (await entryById(store, key))?.fields;
      const entry = await entryFrom(filled, { id: key, owner: box.owner, kind, of }, before);
      await saveEntry(store, entry);
      rememberChoices(box.owner, kind, entry.fields, remember);
      box.changed();
      void askToStay();
    } catch (error) {
      setSaving(false);
      return setNotSaved(isFull(error) ? 'full' : 'broken');
    }
    heard(await inTime(box.sendOne(key)), () => goOn(`/office/outbox?saved=${key}`));
  };
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    if (!outbox?.store) return;
    event.preventDefault();
    if (!saving) void submit(event.currentTarget, outbox, outbox.store);
  };
  const sendDirectly = async () => {
    if (!ref.current || !outbox || saving) return;
    const why = notSaved;
    const filled = readForm(ref.current);
    const entry = await entryFrom(filled, { id: begin(), owner: outbox.owner, kind, of });
    heard(await postEntry(asWaiting(entry), Date.now()), () => setNotSaved(why));
  };
  const copyToFile = async () => {
    if (!ref.current || !outbox) return;
    id.current ??= crypto.randomUUID();
    const filled = readForm(ref.current);
    const entry = await entryFrom(filled, { id: id.current, owner: outbox.owner, kind, of });
    await handOut([...outbox.entries.filter((each) => each.id !== entry.id && each.state !== 'sent'), entry]);
  };
  return {
    refused: refused ?? answered,
    form: { ref, onSubmit },
    saving,
    notSaved,
    signedOut,
    sendDirectly: () => void sendDirectly(),
    copyToFile: () => void copyToFile(),
  };
}

async function entryFrom(
  { data, told }: Filled,
  whose: Pick<NewEntry, 'id' | 'owner' | 'kind' | 'of'>,
  before: readonly KeptField[] = [],
): Promise<NewEntry> {
  const now = { savedAt: Date.now(), believedAhead: knownAhead() };
  const fields = await keptFields(data, before);
  return { ...whose, ...now, lang: localeOfPath(location.pathname), fields, told };
}

const isFull = (error: unknown): boolean =>
  error instanceof DOMException && error.name === 'QuotaExceededError';

const inTime = <T extends { state: string }>(answer: Promise<T>): Promise<T | { state: 'away' }> => {
  const patience = navigator.onLine ? PATIENCE_MS : 0;
  const tooLate = new Promise<{ state: 'away' }>((done) =>
    setTimeout(() => done({ state: 'away' }), patience),
  );
  return Promise.race([answer, tooLate]);
};

/** Asks the browser not to clear this phone's store, and to wake the worker when there is signal. */
async function askToStay(): Promise<void> {
  await navigator.storage?.persist?.().catch(() => false);
  await wakeWithSignal();
}

/** Leads on: a place that a server's answer named, in its language already, or a page of the office. */
function useGoOn(): (to: string) => void {
  const navigate = useNavigate();
  const href = useHref();
  return useCallback(
    (to: string) => {
      const path = localeOfPath(to) === localeOfPath(location.pathname) ? to : href(to);
      if (navigator.onLine) navigate(path);
      else location.assign(path);
    },
    [navigate, href],
  );
}

/** Brings what was refused, or could not be saved, before the eyes: its field, else the words above. */
function useSeen(ref: React.RefObject<HTMLFormElement>, is: boolean): void {
  useEffect(() => {
    if (!is) return;
    const wrong = ref.current?.querySelector('[aria-invalid=true], [role=alert]');
    const place = wrong ?? document.querySelector('main [role=alert]');
    place?.scrollIntoView({ block: 'center' });
  }, [ref, is]);
}

const NONE: readonly string[] = [];
const NOTHING_KNOWN = {};

type Filling = Required<Pick<Options<unknown>, 'kind' | 'known' | 'remember'>> & {
  outbox: Outbox | null;
  of: string | undefined;
  /** The page came back with what was typed, and shows that. */
  isAnswered: boolean;
};

/** Fills the form once: with the entry that is to be put right, else with the last choices. */
function useFirstFilling(
  ref: React.RefObject<HTMLFormElement>,
  id: React.MutableRefObject<string | null>,
  { outbox, kind, of, known, remember, isAnswered }: Filling,
): void {
  const filled = useRef(false);
  const store = outbox?.store;
  const owner = outbox?.owner;
  useEffect(() => {
    const form = ref.current;
    if (filled.current || !store || !owner || !form) return;
    filled.current = true;
    const wanted = new URLSearchParams(location.search).get('entry');
    const fill = async () => {
      const entry = wanted === null ? undefined : await entryById(store, wanted);
      const isMine = entry?.owner === owner && entry.kind === kind && entry.of === of;
      if (isMine && entry.state !== 'sent' && isKnownBy(entry, known)) {
        id.current = entry.id;
        if (!isAnswered) await fillForm(form, entry.fields);
      } else if (!isAnswered) await fillForm(form, lastChoices(owner, kind, remember));
    };
    void fill();
  }, [store, owner, kind, of, known, remember, isAnswered, ref, id]);
}

const isKnownBy = ({ fields }: Entry, known: Readonly<Record<string, string>>): boolean =>
  Object.entries(known).every(([name, value]) =>
    fields.some(([field, kept]) => field === name && kept === value),
  );
