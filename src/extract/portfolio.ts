/** What ministers are of. */
import type { Doc } from './doc.ts';
import { isDefinite, nodeOf } from './words.ts';

/** "(the minister of) interior" without its article: whose minister it is stands behind it. */
export const isPortfolio = (doc: Doc, i: number): boolean =>
  nodeOf(doc, i, 'portfolio')?.word?.pronoun === null && !isDefinite(doc, i);
