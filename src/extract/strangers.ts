/** Whoever does not belong to those behind him: a settler is no settler of a youth. */
import type { NounPhrase } from './noun-parts.ts';
import { isBody } from './parties.ts';
import { field } from './words.ts';

/** "the killing by a settler of a youth", "by an officer of the civilians": whoever is not his kin does not belong to somebody unarmed. */
export const isStranger = (doer: NounPhrase, object: NounPhrase): boolean =>
  !doer.definite &&
  doer.count === null &&
  field(doer.node, 'kin') !== 'yes' &&
  object.kind === 'person' &&
  object.actor === null &&
  harmless.has(field(object.node, 'who') ?? '') &&
  !isBody(object);
const harmless: ReadonlySet<string> = new Set(['civilian', 'child', 'woman', 'man']);
