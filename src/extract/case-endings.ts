/** The endings of case that the unvowelled script does write: those of the sound plural and of the dual, which fall away before a genitive. */
import type { Doc } from './doc.ts';
import { looseOfToken } from './words.ts';

const UN = '\u0648\u0646';
const AN = '\u0627\u0646';
const IN = '\u064A\u0646';

/** Nominative plural: "-un". */
export const keepsUn = (doc: Doc, i: number): boolean => looseOfToken(doc, i).endsWith(UN);

/** Nominative dual: "-an". Broken plurals and names end so too: ask for the number first. */
export const keepsAn = (doc: Doc, i: number): boolean => looseOfToken(doc, i).endsWith(AN);

/** Either nominative: what ends so is no object. */
export const keepsNominative = (doc: Doc, i: number): boolean => keepsUn(doc, i) || keepsAn(doc, i);

/** Accusative or genitive of both: "-in", "-ayn". */
export const keepsOblique = (doc: Doc, i: number): boolean => looseOfToken(doc, i).endsWith(IN);

/** The plural in either case: no genitive follows. */
export const keepsNoon = (doc: Doc, i: number): boolean => keepsOblique(doc, i) || keepsUn(doc, i);
