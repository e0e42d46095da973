/** Measured scores as they ship in `docs/quality.md`, which is English: headings, paragraphs and tables. In Arabic what is measured is told in Arabic and the explanations stay folded as they were written. */
import { signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { lang, t } from '../../language.ts';
import { type Block, blocksOf, piecesOf } from './quality-blocks.ts';

const arabic = signal<Record<string, string>>({});

export function Quality({ text }: { text: string }) {
  const isArabic = lang.value === 'ar';
  useEffect(() => {
    if (!isArabic) return;
    import('../../messages/quality.ar.json').then(
      (found) => {
        arabic.value = found.default as Record<string, string>;
      },
      () => {},
    );
  }, [isArabic]);
  return (
    <div class="quality">
      {grouped(blocksOf(text)).map((block, i) => (
        <OneBlock key={`${block.kind}${i}`} block={block} isArabic={isArabic} />
      ))}
    </div>
  );
}

/** Paragraphs that follow each other stand in one. */
function grouped(blocks: readonly Block[]): Block[] {
  const joined: Block[] = [];
  for (const block of blocks) {
    const last = joined.at(-1);
    if (block.kind === 'text' && last?.kind === 'text')
      joined[joined.length - 1] = { ...last, text: `${last.text}\n${block.text}` };
    else joined.push(block);
  }
  return joined;
}

function OneBlock({ block, isArabic }: { block: Block; isArabic: boolean }) {
  if (block.kind === 'heading')
    return (
      <h3>
        <Said words={block.text} isArabic={isArabic} />
      </h3>
    );
  if (block.kind === 'text') {
    const paragraph = block.text.split('\n').map((line) => (
      <p key={line} dir="ltr" lang="en">
        <Pieces text={line} />
      </p>
    ));
    if (!isArabic) return <>{paragraph}</>;
    return (
      <details>
        <summary class="soft">{t.value.method.inEnglish}</summary>
        {paragraph}
      </details>
    );
  }
  const [head, ...rows] = block.rows;
  return (
    <div class="scroll">
      <table>
        <thead>
          <tr>
            {head.map((cell, n) => (
              <th key={`${n}${cell}`}>
                <Said words={cell} isArabic={isArabic} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.join('|')}>
              {row.map((cell, n) => (
                <td key={`${n}${cell}`}>
                  <Said words={cell} isArabic={isArabic} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Words that are known in Arabic; numbers and everything else as written, from the left. */
function Said({ words, isArabic }: { words: string; isArabic: boolean }) {
  const [, bare, more = ''] = /^(.*?)( ?\(.*\))?$/s.exec(words) ?? [words, words];
  const said = isArabic ? (arabic.value[words] ?? arabic.value[bare]) : undefined;
  if (said === undefined)
    return (
      <bdi dir="ltr" lang="en">
        <Pieces text={words} />
      </bdi>
    );
  return (
    <>
      {said}
      {arabic.value[words] === undefined && more !== '' && (
        <>
          {' '}
          <bdi dir="ltr">
            <Pieces text={more.trim()} />
          </bdi>
        </>
      )}
    </>
  );
}

function Pieces({ text }: { text: string }) {
  return (
    <>
      {piecesOf(text).map(({ kind, text: words }, i) => {
        const key = `${i}${kind}`;
        if (kind === 'code') return <code key={key}>{words}</code>;
        if (kind === 'bold') return <b key={key}>{words}</b>;
        return words;
      })}
    </>
  );
}
