/** What was fired fell and struck: "a shell that fell on a house and killed a child", "four shells, fired by X from Y, fell on the quarter". */
import type { EventType } from '../claim/reading.ts';
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import type { Happening } from './happening.ts';
import type { NounPhrase } from './noun-parts.ts';
import { coordinated } from './parties.ts';
import { fell } from './refine.ts';
import { field } from './words.ts';

/** Makes the fall of a munition the attack, before anybody is counted. */
export function fallenShell(doc: Doc, chunks: readonly Chunk[], h: Happening): void {
  if (h.weak && h.finite && h.outcome === 'killed' && h.recipients.length === 0) firedBefore(doc, chunks, h);
  const owned = shellOf(chunks, h);
  // "the rockets fell on": those of the attack told before
  if (!fell(h) || (h.recipients[0].definite && !owned)) return;
  const type = fallsOn(h.recipients[0]) ?? fliesInto(chunks, h);
  if (type === null) return;
  h.outcome = null;
  h.types = [type];
  h.means.push(...h.recipients.splice(0));
  h.weak = false;
}

/** How far the verb of falling may stand behind that of firing, in chunks. */
const REACH = 6;
const passed: ReadonlySet<string> = new Set(['noun', 'case', 'place', 'date', 'word']);

/** "shells | fired(them) | gunmen | from X | fell": the verb that stands between says who fired them. */
function firedBefore(doc: Doc, chunks: readonly Chunk[], h: Happening): void {
  let k = h.chunk - 1;
  while (k > 0 && h.chunk - k < REACH && passed.has(chunks[k].kind)) k--;
  const { kind, finite, start } = chunks[k] ?? { kind: 'mark', finite: false, start: 0 };
  const shell = chunks[k - 1]?.noun ?? null;
  if (kind !== 'light' || !finite || doc.info[start].pronoun === null || shell === null) return;
  if (shell.kind !== 'thing' || field(shell.node, 'category') !== 'munition' || chunks[k + 1].noun === null) return;
  h.recipients.push(shell);
  if (h.actors.length === 0) h.actors.push(...coordinated(doc, chunks, k + 1, null).nouns);
}

/** "the rocket | of X | fell on": whose it was stands behind it as an adjective, and fell on nobody. */
function shellOf(chunks: readonly Chunk[], h: Happening): boolean {
  const [owner] = h.recipients;
  if (!h.weak || !h.finite || h.outcome !== 'killed' || owner?.actor == null || owner.count !== null) return false;
  const k = chunks.findIndex(({ noun }) => noun === owner);
  const shell = chunks[k - 1]?.noun ?? null;
  if (shell === null || shell.end !== owner.start || shell.kind !== 'thing' || fallsOn(shell) === null) return false;
  h.recipients = [shell, ...h.recipients.slice(1)];
  if (h.actors.length === 0) h.actors.push(owner);
  return true;
}

/** "a drone fell on a house": it was sent there, where one that only fell was brought down. */
function fliesInto(chunks: readonly Chunk[], { chunk, recipients: [drone] }: Happening): EventType | null {
  if (field(drone.node, 'unmanned') !== 'yes') return null;
  const k = chunks.findIndex(({ noun }, n) => n > chunk && noun === drone);
  const on = chunks[k + 1];
  return k > 0 && on?.kind === 'case' && on.mark === 'on' ? 'air-strike' : null;
}

function fallsOn({ node }: NounPhrase): EventType | null {
  const type = field(node, 'type') as EventType | undefined;
  return type === 'shelling' || type === 'bombing' ? type : null;
}
