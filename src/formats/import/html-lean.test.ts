/** Markup made lean says the same: whatever the markup, the lines of the page are those of the whole markup. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { leanMarkup } from './html-lean.ts';
import { linesOf, type Node } from './html-text.ts';

const lines = (markup: string): string[] =>
  linesOf(
    parseHTML(`<!doctype html><html><head></head><body>${markup}</body></html>`).document.querySelector(
      'body',
    ) as unknown as Node,
  ).map((line) => line.text);
const lean = (markup: string): string => leanMarkup(markup).markup;

test('what is asked for stays, the rest goes', () => {
  assert.equal(
    lean(
      '<div class="a b" data-x="1" style="color:red" onclick="go()">\n <p id=x>نص <b>غامق</b> <i>مائل</i></p>\n<!-- x --></div>',
    ),
    '<div class="a b"><p id=x>نص <b>غامق</b> <i>مائل</i></p>\n</div>',
  );
  assert.equal(lean('<p style="display:none" hidden>x</p>'), '<p style="display:none" hidden>x</p>');
  assert.equal(
    lean('<a title="t" href=/x>x</a><abbr title="2019-01-02">y</abbr>'),
    '<a href=/x>x</a><abbr title="2019-01-02">y</abbr>',
  );
  assert.equal(lean('<SCRIPT>if(a<b){"<p>"}</SCRIPT>x<img src="a"><svg><path d="M0"/></svg>y'), 'xy');
  const data = '<script type="application/ld+json">{"headline":"<p>x"}</script>';
  assert.equal(lean(data), data);
  assert.equal(lean('5 < 6 & <3 <p>x'), '5 < 6 & <3 <p>x');
});

test('elements and depth are counted, but not in programs', () => {
  const { elements, depth } = leanMarkup(`<div><div><p>a<p>b<br></div></div>${'<script>"<div>"</script>'.repeat(5)}`);
  assert.deepEqual([elements, depth], [5, 2]);
});

test('markup of any kind keeps its lines', () => {
  const piece = fc.constantFrom(
    ...[
      '<p>',
      '</p>',
      '<div class="x" data-a=\'b>c\'>',
      '</div>',
      '<b>',
      '</b>',
      ' ',
      '\n',
      'كلمة',
      ' نص ',
      '<br>',
      '<br/>',
      '<ul><li>',
      '</li></ul>',
      '<table><tr><td>',
      '</td></tr></table>',
      '<a href="/x" title="a > b">',
      '</a>',
      '<!-- <p>x</p> -->',
      '<script>"<p>no"</script>',
      '<style>p{}</style>',
      '<svg><text>no</text></svg>',
      '<img src=x alt="a>b">',
      '<span\nid=a>',
      '</span>',
      '<noscript><p>no</p></noscript>',
      '&amp;',
      '5 < 6',
      '<3',
      '<input disabled value="x">',
      '<h2>',
      '</h2>',
      '<iframe src="x"></iframe>',
      '<select><option>no</select>',
      "<i class='a' hidden>",
      '</i>',
    ],
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const markup = pieces.join('');
      assert.deepEqual(lines(lean(markup)), lines(markup));
    }),
    { numRuns: 300, seed: 11 },
  );
});

test('markup that never ends takes time by its length', () => {
  const taken = (markup: string): number => {
    const began = performance.now();
    assert.ok(leanMarkup(markup).markup.length <= markup.length);
    return performance.now() - began;
  };
  for (const start of ['<script>', '<!--', '<p a="', '<svg><', '</', '<a ', "<b '", '<![CDATA[']) {
    const [short, long] = [12_500, 200_000].map((signs) => start.repeat(signs / start.length));
    // by turns, and of each the quickest: what else the machine does counts least there
    const tries = [1, 2, 3].map(() => [taken(short), taken(long)]);
    const [few, many] = [0, 1].map((i) => Math.min(...tries.map((one) => one[i])));
    // sixteen times the length; by its square it would be 256 times
    assert.ok(many < 100 * Math.max(few, 5), `${start}: ${few.toFixed(1)} ms, then ${many.toFixed(1)} ms`);
  }
});
