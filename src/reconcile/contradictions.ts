/** Where the independent origins of one event agree, differ, deny or are silent: one row an origin, one column a question. */
import { type Cell, COLUMNS, type Column, type Contradictions, type Row, type Standing } from '../claim/contradiction.ts';
import type { Event, Origin } from '../claim/event.ts';
import { claimKey } from '../claim/judgement.ts';
import { placeScore } from './compare/place.ts';
import { typeCompatibility } from './compare/type.ts';
import { isoDay } from './days.ts';
import type { Happening, Stated } from './happening.ts';
import type { Independence } from './independence.ts';
import type { ReportFacts } from './input.ts';
import { type Said, saidFigures, type WhoOf } from './said-figures.ts';
import { type Subject, subjectOfClaim } from './subject.ts';

export type Speech = { stated: Stated; subject: Subject };
/** Everything one origin says of the event. */
export type Voice = { origin: Origin; speeches: Speech[]; figures: Said[] };

/** Null where one origin stands alone: there is nobody to agree with. */
export function contradictionsOf(
  event: Event,
  happenings: readonly Happening[],
  independence: Independence,
): Contradictions | null {
  if (independence.origins.length < 2) return null;
  const voices = voicesOf(event, happenings, independence);
  const consensus = {} as Record<Column, string[]>;
  const standings = new Map<string, Record<string, Cell>>(voices.map(({ origin }) => [origin.key, {}]));
  for (const column of COLUMNS) {
    const question = QUESTIONS[column];
    const speaking = voices.filter((voice) => question.says(voice).length > 0);
    const top = agreedBy(speaking, question);
    consensus[column] = top ? question.says(top) : [];
    for (const voice of voices) {
      const says = question.says(voice);
      const cells = standings.get(voice.origin.key) as Record<string, Cell>;
      cells[column] = { standing: standingOf(voice, top, speaking, column), says };
    }
  }
  const rows = voices.map(
    ({ origin }): Row => ({
      origin: origin.key,
      label: origin.label,
      carriers: origin.carriers.length,
      cells: standings.get(origin.key) as Record<Column, Cell>,
    }),
  );
  const contested = COLUMNS.filter((column) => rows.some((row) => isDissent(row.cells[column].standing)));
  return { event: event.code, consensus, rows, contested };
}

function isDissent(standing: Standing): boolean {
  return standing === 'differ' || standing === 'deny';
}

export function voicesOf(event: Event, happenings: readonly Happening[], { origins, originOf }: Independence): Voice[] {
  const speeches = new Map<string, Speech[]>();
  for (const { input, claims } of happenings) {
    for (const stated of claims) {
      const key = originOf.get(stated.key)?.key;
      if (key === undefined) continue;
      const list = speeches.get(key) ?? [];
      list.push(speechOf(stated, input));
      speeches.set(key, list);
    }
  }
  return origins.map((origin) => {
    const own = speeches.get(origin.key) ?? [];
    return { origin, speeches: own, figures: saidFigures(event, origin.key, whoIn(own)) };
  });
}

/** Which people a figure of these claims counts, in the words of the claim. */
export function whoIn(speeches: readonly Speech[]): WhoOf {
  const claims = new Map(speeches.map(({ stated }) => [stated.key, stated.claim]));
  return ({ report, claim, figure }) => claims.get(claimKey(report, claim))?.event.figures[figure]?.who ?? 'unknown';
}

function speechOf(stated: Stated, input: ReportFacts): Speech {
  return { stated, subject: subjectOfClaim(stated.claim, input) };
}

/** The voice with which most others agree; null when two camps are equally large, or nobody speaks. */
function agreedBy(speaking: readonly Voice[], question: Question): Voice | null {
  let top: Voice | null = null;
  let most = 0;
  let isTied = false;
  for (const voice of speaking) {
    const support = speaking.filter((other) => other === voice || question.agree(voice, other)).length;
    if (support > most) {
      top = voice;
      most = support;
      isTied = false;
    } else if (support === most && top && !question.agree(voice, top)) isTied = true;
  }
  return isTied ? (question.whenTied?.(speaking) ?? null) : top;
}

function standingOf(voice: Voice, top: Voice | null, speaking: readonly Voice[], column: Column): Standing {
  const question = QUESTIONS[column];
  if (question.says(voice).length === 0) return 'silent';
  if ((column === 'what' || column === 'stance') && isDenial(voice)) return 'deny';
  if (top === null) return speaking.length > 1 ? 'differ' : 'agree';
  return voice === top || question.agree(voice, top) ? 'agree' : 'differ';
}

function isDenial({ speeches }: Voice): boolean {
  return speeches.length > 0 && speeches.every(({ stated }) => stated.claim.stance === 'denied');
}

type Question = {
  says: (voice: Voice) => string[];
  agree: (a: Voice, b: Voice) => boolean;
  whenTied?: (speaking: readonly Voice[]) => Voice | null;
};

const REGISTERED = /^(?:actor|outlet|person):/u;

/** Names nobody has in a registry do not contradict: "unknown gunmen" may be anybody. */
export function partiesAgree(a: readonly string[], b: readonly string[]): boolean {
  const known = (parties: readonly string[]) => parties.filter((party) => REGISTERED.test(party));
  if (known(a).length === 0 || known(b).length === 0) return true;
  return a.some((party) => b.includes(party));
}

/** Registry ids, or the words of the report. */
export function partiesOf(speech: Speech, side: 'actor' | 'recipient'): string[] {
  return speech.stated.claim.event[side].map((mention) => mention.entity ?? mention.name);
}

const QUESTIONS: Record<Column, Question> = {
  what: {
    says: (voice) => all(voice, (speech) => speech.subject.types),
    agree: (a, b) => some(a, b, (x, y) => x.subject.types.some((s) => y.subject.types.some((t) => typeCompatibility(s, t) > 0))),
  },
  who: {
    says: (voice) => all(voice, (speech) => partiesOf(speech, 'actor')),
    agree: (a, b) => partiesAgree(QUESTIONS.who.says(a), QUESTIONS.who.says(b)),
  },
  whom: {
    says: (voice) => all(voice, (speech) => partiesOf(speech, 'recipient')),
    agree: (a, b) => partiesAgree(QUESTIONS.whom.says(a), QUESTIONS.whom.says(b)),
  },
  'how-many': {
    says: (voice) => [...new Set(voice.figures.map((figure) => figure.words))].sort(),
    agree: (a, b) => figuresAgree(a.figures, b.figures),
  },
  where: {
    says: (voice) => all(voice, (speech) => speech.subject.places.map((place) => place.mention.name)),
    agree: (a, b) =>
      some(a, b, (x, y) => y.subject.places.length > 0 && x.subject.places.length > 0 && placeScore(x.subject, y.subject) > -0.3),
  },
  when: {
    says: (voice) => all(voice, ({ subject }) => (subject.isTimeStated ? [daysOf(subject)] : [])),
    agree: (a, b) => some(a, b, (x, y) => x.subject.isTimeStated && y.subject.isTimeStated && overlap(x.subject, y.subject)),
  },
  stance: {
    says: (voice) => all(voice, (speech) => [speech.stated.claim.stance]),
    agree: (a, b) => isDenial(a) === isDenial(b),
    // Whoever denies answers those who assert, however many they are.
    whenTied: (speaking) => speaking.find((voice) => !isDenial(voice)) ?? null,
  },
};

function all(voice: Voice, values: (speech: Speech) => readonly string[]): string[] {
  return [...new Set(voice.speeches.flatMap(values))].sort();
}

function some(a: Voice, b: Voice, fits: (x: Speech, y: Speech) => boolean): boolean {
  return a.speeches.some((x) => b.speeches.some((y) => fits(x, y)));
}

function daysOf({ begin, end }: Subject): string {
  const first = isoDay(begin as number);
  return end === null || end === begin ? first : `${first}/${isoDay(end)}`;
}

function overlap(a: Subject, b: Subject): boolean {
  return (a.begin as number) <= (b.end ?? (b.begin as number)) && (b.begin as number) <= (a.end ?? (a.begin as number));
}

/** Figures of one outcome agree when some of them can both be true. */
export function figuresAgree(a: readonly Said[], b: readonly Said[]): boolean {
  for (const outcome of new Set(a.map((figure) => figure.outcome))) {
    const left = a.filter((figure) => figure.outcome === outcome);
    const right = b.filter((figure) => figure.outcome === outcome);
    if (right.length === 0) continue;
    const comparable = left.flatMap((x) =>
      right.filter((y) => x.who === y.who || x.who === 'unknown' || y.who === 'unknown').map((y) => [x, y]),
    );
    if (comparable.length > 0 && !comparable.some(([x, y]) => x.from <= y.to && y.from <= x.to)) return false;
  }
  return true;
}
