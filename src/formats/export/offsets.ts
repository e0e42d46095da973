/** Offsets of other standards: Unicode code points beside our UTF-16 units. */

/** Answers ascending questions in one pass over the text; a question before the last one starts anew. */
export function codePointCounter(text: string): (utf16: number) => number {
  let at = 0;
  let points = 0;
  return (utf16) => {
    if (utf16 < at) {
      at = 0;
      points = 0;
    }
    while (at < utf16 && at < text.length) {
      const isPair = (text.codePointAt(at) as number) > 0xffff;
      // An offset inside a pair counts the pair.
      at += isPair ? 2 : 1;
      points += 1;
    }
    return points;
  };
}
