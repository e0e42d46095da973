/**
 * Words that a verbal noun goes on behind which no verb could stand: "the law permits | the shelling of", "the group wanted | the spreading of", "the anniversary
 * of | the shelling of". Without vowels the noun is written like the verb "shelled".
 */
import { fieldsOf } from '../lexicon/lexicon.ts';
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import { featuresOf, field, nodeOf, senseOf } from './words.ts';

/** A verbal noun is the object of the verb right before the word, or before its subject. */
export function wantsNoun(doc: Doc, i: number, before: readonly Chunk[]): boolean {
  if (doc.bits[i] !== 0 || !doc.info[i].nominal) return false;
  const last = before.at(-1);
  if (last === undefined || last.end !== i) return false;
  if (nodeOf(doc, i - 1, 'anniversary') !== null) return true;
  const verb = last.finite ? last : last.noun !== null ? before.at(-2) : undefined;
  return verb?.finite === true && takesDeed(doc, verb);
}

const takesDeed = (doc: Doc, { start }: Chunk): boolean =>
  doc.at[start].some(
    (node) =>
      (node.kind === 'unreal' ||
        // "repelled | the advance of"
        (node.kind === 'light' && field(node, 'repels') === 'yes') ||
        (node.kind === 'governor' && fieldsOf(senseOf(node)!, 'takes').includes('object'))) &&
      node.word?.exact === true &&
      featuresOf(node)?.pos === 'verb',
  );
