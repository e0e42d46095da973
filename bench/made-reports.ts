/** Varied reports for measuring: those of the sample case with other places, numbers, days and outlets in the same words. Deterministic; nothing here was published. */
import { readFileSync } from 'node:fs';
import { sampleReports } from '../src/app/sample-case.ts';
import type { Engine } from '../src/engine/index.ts';
import type { Received } from '../src/ledger/index.ts';

type Slot = { start: number; end: number; is: 'place' | 'number' };
type Base = { text: string; outlet: string; slots: Slot[] };

/** Small, fast, seeded. */
export function randomOf(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) | 0;
    return (state >>> 0) / 4294967296;
  };
}

export function* madeReports(engine: Pick<Engine, 'read'>, count: number, seed = 1): Generator<Received> {
  const random = randomOf(seed);
  const bases = sampleReports().map((report): Base => {
    const reading = engine.read({ ...report, id: report.id as string });
    const slots: Slot[] = [];
    for (const { event } of reading.claims) {
      for (const { span } of event.places) slots.push({ ...span, is: 'place' });
      for (const { span, text } of event.figures) {
        const digits = /\d+/u.exec(text);
        if (digits)
          slots.push({ start: span.start + digits.index, end: span.start + digits.index + digits[0].length, is: 'number' });
      }
    }
    slots.sort((a, b) => a.start - b.start || b.end - a.end);
    return {
      text: report.text,
      outlet: report.outlet as string,
      slots: slots.filter((slot, i) => i === 0 || slot.start >= slots[i - 1].end),
    };
  });
  const places = placeNames();
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)];
  for (let n = 0; n < count; n++) {
    // Two or three stories a report, as bulletins have them.
    const parts = Array.from({ length: 2 + Math.floor(random() * 2) }, () => varied(pick(bases), random, places));
    // Tuesdays: the sample says "yesterday, Monday".
    const day = new Date(Date.UTC(2014, 0, 7) + 7 * 86_400_000 * Math.floor(random() * 400));
    const text = parts.join('\n');
    yield {
      id: `made-${seed}-${n}`,
      bytes: Buffer.from(text, 'utf8'),
      text,
      outlet: `${pick(bases).outlet} ${Math.floor(random() * 30)}`,
      published: day.toISOString().slice(0, 10),
      url: null,
      source: 'made',
      item: String(n),
      mediaType: 'text/plain',
      tool: 'made-reports',
    };
  }
}

function varied({ text, slots }: Base, random: () => number, places: readonly string[]): string {
  let out = '';
  let at = 0;
  for (const slot of slots) {
    if (slot.start < at) continue;
    out += text.slice(at, slot.start);
    out += slot.is === 'place' ? places[Math.floor(random() * places.length)] : String(2 + Math.floor(random() * 40));
    at = slot.end;
  }
  return out + text.slice(at);
}

function placeNames(): string[] {
  const lines = readFileSync(new URL('../data/places/sy.tsv', import.meta.url), 'utf8')
    .split('\n')
    .slice(1);
  return lines.flatMap((line) => {
    const [name, , , kind, , admin1] = line.split('\t');
    return name && admin1 && kind === 'village' ? [name] : [];
  });
}
