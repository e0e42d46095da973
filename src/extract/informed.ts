/** Verbs of saying beside which nobody speaks: they take whom they accuse or tell for their object, or have nobody for their subject. */
import { namesAgency, partyBehindSpeaker, personBehindBody } from './agency-told.ts';
import type { Chunk } from './chunk.ts';
import type { Complement } from './complements.ts';
import type { Doc } from './doc.ts';
import { areTwoPeople } from './object-of-saying.ts';
import { type CueSense, cueSense } from './senses.ts';
import type { Speakers } from './speakers.ts';
import { featuresOf, field, markAt, senseOf } from './words.ts';

/** "it is believed that", "it is feared that": written like "he believes"; where nobody is named who does, it is said of people in general. */
export function isImpersonal({ finite, node }: Chunk): boolean {
  const how = finite ? field(node, 'impersonal') : undefined;
  // "it was rumoured that"
  if (how !== 'yes') return how === 'rumour';
  const verb = featuresOf(node!);
  return verb?.tense === 'present' && verb.number === 'sg' && verb.gender === 'm' && (verb.person ?? 3) === 3;
}

/** "the family was informed of": the one person beside a verb that always says whom it told is the one who was told. */
export function isInformed(
  doc: Doc,
  chunks: readonly Chunk[],
  k: number,
  { kind, at }: Complement,
  cue: CueSense,
  { nouns, before }: Speakers,
): boolean {
  if (!cue.informs || kind !== 'with' || before || nouns.length !== 1 || doc.info[chunks[k].start].pronoun !== null) return false;
  // a correspondent tells his own paper, and needs not name it
  if (field(nouns[0].node, 'kind') === 'correspondent') return false;
  if (!chunks[k].finite && !(k > 0 && chunks[k - 1].kind === 'light' && chunks[k - 1].finite)) return false;
  const told = chunks.slice(k + 1, at).filter((c) => c.noun !== null && c.start >= nouns[0].end);
  return told.length === 0;
}

/** "the services accused | «a group» of": where the speaker of chunk `j` ends and the accused begins, or whoever was told. */
export function objectFrom(doc: Doc, chunks: readonly Chunk[], j: number, content: number): number {
  const addresses = chunks.slice(Math.max(0, j - 2), j).some((c) => c.kind === 'say' && addressesWhom(c));
  // "the judge accused | the officer", "a witness told | the agency"
  const seated = chunks[j + 1]?.kind === 'case' && (chunks[j + 1].mark === 'in' || chunks[j + 1].mark === 'from') ? 2 : 0;
  for (let k = j + 1 + seated; k < content && chunks[k].noun !== null && chunks[k].start === chunks[k - 1].end; k++) {
    const { start, end } = chunks[k];
    if (
      areTwoPeople(doc, start - 1) ||
      personBehindBody(doc, chunks[j].start, end) === start ||
      partyBehindSpeaker(doc, chunks[k - 1].start, end) === start ||
      (addresses && namesAgency(doc, chunks[k].noun!))
    )
      return k;
  }
  for (let k = j + 1; k < content; k++) {
    const mark = markAt(doc, chunks[k].start);
    if (mark === 'open' || mark === 'quote') return k;
  }
  return content;
}

const addressesWhom = ({ node }: Chunk): boolean => {
  const sense = senseOf(node);
  return sense !== null && (cueSense(sense).addresses || field(node, 'tells') === 'agency');
};
