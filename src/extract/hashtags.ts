/**
 * Hashtags inside a sentence are words of it: "in the village of #Kafr_Nabl west of #Idlib". Their marks are left out of the tokens, so that everything that
 * reads words reads them; offsets stay those of the text. Tags that only stand before or behind a post keep their mark, which ends what stands before it.
 */
import { copyToken, NUMBER, PUNCTUATION, type Tokens, WORD } from '../text/scan.ts';

const HASH = 0x23;
const UNDERSCORE = 0x5f;

/** `leads`: whether the word at a token asks for a name behind it, as "in" and "village" do. Tokens are changed in place. */
export function inlineHashtags(tokens: Tokens, leads: (token: number) => boolean): void {
  const drop = marksToDrop(tokens, leads);
  if (drop === null) return;
  let kept = 0;
  let spaced = 0;
  for (let i = 0; i < tokens.length; i++) {
    if (drop[i] === 1) {
      // what stands behind an underscore is a word of its own
      spaced |= tokens.mark[i] === UNDERSCORE ? 1 : tokens.spaced[i];
      continue;
    }
    copyToken(tokens, i, kept);
    tokens.spaced[kept] |= spaced;
    spaced = 0;
    kept++;
  }
  tokens.length = kept;
}

function marksToDrop(tokens: Tokens, leads: (token: number) => boolean): Uint8Array | null {
  let drop: Uint8Array | null = null;
  for (let i = 0; i < tokens.length; i++) {
    if (tokens.kind[i] !== PUNCTUATION) continue;
    if (isMark(tokens, i, UNDERSCORE) && isJoint(tokens, i)) {
      drop ??= new Uint8Array(tokens.length);
      drop[i] = 1;
    }
    if (!isMark(tokens, i, HASH) || !isWordAt(tokens, i + 1)) continue;
    const run = runOf(tokens, i);
    const follows = i > 0 && isWordAt(tokens, i - 1);
    const goesOn = isWordAt(tokens, run.end);
    if (follows && (goesOn || run.tags.length === 1 || leads(i - 1))) {
      drop ??= new Uint8Array(tokens.length);
      for (const tag of goesOn ? run.tags : run.tags.slice(0, 1)) drop[tag] = 1;
    }
    for (let k = i; k < run.end; k++) {
      if (!isMark(tokens, k, UNDERSCORE) || !isJoint(tokens, k)) continue;
      drop ??= new Uint8Array(tokens.length);
      drop[k] = 1;
    }
    i = run.end - 1;
  }
  return drop;
}

/** Tags one after the other, and the token behind the last. */
function runOf(tokens: Tokens, from: number): { tags: number[]; end: number } {
  const tags: number[] = [];
  let i = from;
  while (isMark(tokens, i, HASH) && isWordAt(tokens, i + 1)) {
    tags.push(i);
    i += 2;
    while (isMark(tokens, i, UNDERSCORE) && isJoint(tokens, i)) i += 2;
  }
  return { tags, end: i };
}

const isMark = (tokens: Tokens, i: number, mark: number): boolean =>
  i < tokens.length && tokens.kind[i] === PUNCTUATION && tokens.mark[i] === mark;
const isWordAt = (tokens: Tokens, i: number): boolean =>
  i < tokens.length && (tokens.kind[i] === WORD || tokens.kind[i] === NUMBER);
/** An underscore between two words, glued to both. */
const isJoint = (tokens: Tokens, i: number): boolean =>
  i > 0 && isWordAt(tokens, i - 1) && isWordAt(tokens, i + 1) && tokens.spaced[i] === 0 && tokens.spaced[i + 1] === 0;
