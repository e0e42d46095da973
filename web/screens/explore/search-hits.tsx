/** Reports in which words were found, with the words in their context. */
import type { SearchHit } from '../../../src/http/client.ts';
import { day } from '../../language.ts';
import { Quoted, visible } from '../../parts/quoted.tsx';
import { addressOf } from '../../router.ts';

export function SearchHits({ hits }: { hits: readonly SearchHit[] }) {
  return (
    <ul class="hits" data-test="hits">
      {hits.map((hit) => (
        <li key={hit.report} class="card">
          <a href={addressOf('report', hit.report)}>
            {hit.outlet ? <Quoted>{hit.outlet}</Quoted> : <code>{hit.report.slice(0, 18)}</code>}{' '}
            {hit.published && `· ${day(hit.published)}`}
          </a>
          <p dir="auto" class="snippet">
            {marked(hit)}
          </p>
        </li>
      ))}
    </ul>
  );
}

function marked({ snippet: { start, text, marks } }: SearchHit) {
  const parts = [];
  let at = 0;
  for (const mark of marks) {
    parts.push(
      visible(text.slice(at, mark.start - start)),
      <mark key={mark.start}>{visible(text.slice(mark.start - start, mark.end - start))}</mark>,
    );
    at = mark.end - start;
  }
  return [...parts, visible(text.slice(at))];
}
