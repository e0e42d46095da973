/** Finds the objects of every list of one name in a stream of JSON, however large the whole is, and the strings that stand beside the list. */

/** `outer`: strings and numbers of the object that holds the list, as far as they stand before it. `value` null: no whole JSON, or too large. */
export type Found = { outer: ReadonlyMap<string, string>; value: unknown; text: string };

const LONGEST_OUTER = 10_000;
const DEEPEST = 1000;

export async function* objectsIn(chunks: AsyncIterable<Uint8Array>, list: string, largest: number): AsyncGenerator<Found> {
  const decoder = new TextDecoder();
  /** One for each open bracket: what stands in it. */
  const open: { isList: boolean; key: string | null; scalars: Map<string, string>; isWanted: boolean }[] = [];
  let inString = false;
  let isEscaped = false;
  let token = '';
  let key: string | null = null;
  let taken: string[] | null = null;
  let takenSize = 0;
  let takenFrom = -1;
  let takenDepth = 0;
  const note = (value: string) => {
    const top = open[open.length - 1];
    if (top && !top.isList && key !== null && value.length < LONGEST_OUTER) top.scalars.set(key, value);
  };
  for await (const chunk of chunks) {
    const text = decoder.decode(chunk, { stream: true });
    if (taken !== null) takenFrom = 0;
    for (let i = 0; i < text.length; i++) {
      const c = text.charCodeAt(i);
      if (inString) {
        if (isEscaped) isEscaped = false;
        else if (c === 92) isEscaped = true;
        else if (c === 34) inString = false;
        if (taken === null) {
          if (inString) token += token.length < LONGEST_OUTER ? text[i] : '';
          else note(unquoted(token));
        }
        continue;
      }
      if (c === 34) {
        inString = true;
        token = '';
      } else if (c === 44) {
        if (taken === null) key = null;
      } else if (c === 58) {
        if (taken === null) key = unquoted(token);
      } else if (c === 123 || c === 91) {
        const top = open[open.length - 1];
        if (taken === null && c === 123 && top?.isWanted) {
          taken = [];
          takenSize = 0;
          takenFrom = i;
          takenDepth = open.length;
        }
        if (open.length > DEEPEST) {
          yield { outer: new Map(), value: null, text: '' };
          return;
        }
        open.push({ isList: c === 91, key, scalars: new Map(), isWanted: taken === null && c === 91 && key === list });
        if (taken === null) key = null;
      } else if (c === 125 || c === 93) {
        open.pop();
        if (taken !== null && open.length === takenDepth) {
          if (takenSize <= largest) taken.push(text.slice(takenFrom, i + 1));
          const whole = takenSize <= largest ? taken.join('') : '';
          const holder = open[open.length - 2];
          yield { outer: holder?.scalars ?? new Map(), value: parsed(whole), text: whole };
          taken = null;
        }
      } else if (taken === null && c > 44 && c < 58 && key !== null) {
        // a number beside the list, e.g. the id of the chat
        const number = /^[\d.-]+/u.exec(text.slice(i, i + 40))?.[0] ?? '';
        note(number);
        i += number.length - 1;
        if (number === '') i += 1;
      }
    }
    if (taken !== null) {
      takenSize += text.length - takenFrom;
      if (takenSize <= largest) taken.push(text.slice(takenFrom));
      else taken = [];
    }
  }
  // the stream ends inside an object: it is cut off
  if (taken !== null) yield { outer: open[open.length - 2]?.scalars ?? new Map(), value: null, text: '' };
}

function unquoted(token: string): string {
  if (!token.includes('\\')) return token;
  try {
    return JSON.parse(`"${token}"`);
  } catch {
    return token;
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
