/** "the dead and | the hurt" with a space behind "and": many local pages part it from its word. Both are one token, as everywhere else. */
import { WAW } from '../text/letters.ts';
import { copyToken, type Tokens, WORD } from '../text/scan.ts';
import type { Forms } from './forms.ts';

const AND = WAW.charCodeAt(0);

/** Joins "and" to the word behind it; tokens are changed in place. The offsets stay those of the text. */
export function attachAnd(text: string, tokens: Tokens, forms: Forms): void {
  let kept = 0;
  let moved = false;
  for (let i = 0; i < tokens.length; i++) {
    const joins = isAlone(text, tokens, i);
    if (moved || joins) {
      copyToken(tokens, i, kept);
      moved = true;
    }
    if (joins) {
      const word = `${WAW}${text.slice(tokens.start[i + 1], tokens.end[i + 1])}`;
      tokens.end[kept] = tokens.end[i + 1];
      tokens.form[kept] = forms.table.idOf(word, 0, word.length);
      i++;
    }
    kept++;
  }
  tokens.length = kept;
}

const isAlone = (text: string, { kind, start, end, length }: Tokens, i: number): boolean =>
  end[i] - start[i] === 1 &&
  kind[i] === WORD &&
  text.charCodeAt(start[i]) === AND &&
  i + 1 < length &&
  kind[i + 1] === WORD &&
  end[i + 1] - start[i + 1] > 1;
