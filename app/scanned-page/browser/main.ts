import type { KeptHead, ProofData } from '../proof-data';
import { checkPage } from './check-page';
import { showUnchecked, showVerdict } from './show-verdict';

const KEPT = 'baunghe-log';

/** Null where this browser has seen no log, or keeps nothing. */
function keptHead(): KeptHead | null {
  try {
    return JSON.parse(localStorage.getItem(KEPT) ?? 'null') as KeptHead | null;
  } catch {
    return null;
  }
}

function keep(head: KeptHead): void {
  try {
    localStorage.setItem(KEPT, JSON.stringify(head));
  } catch {
    // A browser that keeps nothing checks the page all the same.
  }
}

async function fetchBytes(path: string): Promise<Uint8Array | null> {
  const answer = await fetch(`/log/${path}`);
  return answer.ok ? new Uint8Array(await answer.arrayBuffer()) : null;
}

async function checkThisPage(data: ProofData): Promise<void> {
  try {
    const verdict = await checkPage(data, { path: location.pathname, kept: keptHead(), fetchBytes });
    if (verdict.faults.some(({ code }) => code === 'no_web_crypto')) return showUnchecked(data);
    showVerdict(verdict, data);
    if (verdict.keep) keep(verdict.keep);
  } catch {
    showUnchecked(data);
  }
}

const data = document.getElementById('proof')?.textContent;
if (data) void checkThisPage(JSON.parse(data) as ProofData);
