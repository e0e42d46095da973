/** Scores cue, speaker and content of verbs of saying on the sentences of UD_Arabic-PUD, which stay outside the repository. */
import { readFileSync } from 'node:fs';
import type { Engine } from '../engine/index.ts';
import { looseKey } from '../text/fold.ts';
import type { Tally } from './external.ts';

type Token = { id: number; lemma: string; pos: string; head: number; relation: string; start: number; end: number };
type Sentence = { text: string; tokens: Token[] };
type Part = { start: number; end: number };

/** Counts of one dimension. */
type Counts = { hit: number; read: number; gold: number; misses: string[] };

/** How the treebank hangs what is said on its verb. */
const speech = new Set(['ccomp', 'parataxis', 'acl']);

/** Sentences with the place of each token in the text. */
export function parseConllu(file: string): Sentence[] {
  const sentences: Sentence[] = [];
  let text = '';
  let tokens: Token[] = [];
  let at = 0;
  for (const line of file.split('\n')) {
    if (line.startsWith('# text = ')) {
      text = line.slice('# text = '.length);
      at = 0;
    } else if (line === '') {
      if (tokens.length > 0) sentences.push({ text, tokens });
      tokens = [];
    } else if (line[0] !== '#') {
      const [id, form, lemma, pos, , , head, relation] = line.split('\t');
      if (!/^\d+$/.test(id)) continue;
      const found = text.indexOf(form, at);
      const start = found < 0 ? at : found;
      const end = found < 0 ? at : found + form.length;
      at = end;
      tokens.push({
        id: Number(id),
        lemma: looseKey(lemma),
        pos,
        head: Number(head),
        relation: relation === 'acl:relcl' ? relation : relation.split(':')[0],
        start,
        end,
      });
    }
  }
  return sentences;
}

function spanOfSubtree({ tokens }: Sentence, root: number): Part {
  const inside = new Set([root]);
  for (let grown = true; grown; ) {
    grown = false;
    for (const t of tokens)
      if (inside.has(t.head) && !inside.has(t.id)) {
        inside.add(t.id);
        grown = true;
      }
  }
  const parts = tokens.filter((t) => inside.has(t.id) && t.pos !== 'PUNCT');
  return { start: Math.min(...parts.map((t) => t.start)), end: Math.max(...parts.map((t) => t.end)) };
}

/**
 * F1 of three things, over finite verbs whose lemma is one of `verbs`: is it read as a cue exactly when it has spoken content; is the head of its subject in
 * the speaker; how many words of the content are shared.
 */
export function scoreSayings(folder: string, engine: Engine, verbs: readonly string[]): Tally[] {
  const lemmas = new Set(verbs.map(looseKey));
  const cue: Counts = { hit: 0, read: 0, gold: 0, misses: [] };
  const speaker: Counts = { hit: 0, read: 0, gold: 0, misses: [] };
  const content: Counts = { hit: 0, read: 0, gold: 0, misses: [] };
  for (const sentence of parseConllu(readFileSync(`${folder}pud/ar_pud-ud-test.conllu`, 'utf8'))) {
    const candidates = sentence.tokens.filter((t) => t.pos === 'VERB' && lemmas.has(t.lemma));
    if (candidates.length === 0) continue;
    const frames = framesOf(engine, sentence.text);
    for (const verb of candidates) {
      const children = sentence.tokens.filter((t) => t.head === verb.id);
      const said = children.find((t) => speech.has(t.relation) && t.id > verb.id);
      // an open complement may be said or done: such verbs are not counted
      if (said === undefined && children.some((t) => t.relation === 'xcomp' && t.id > verb.id)) continue;
      const frame = frames.find((f) => f.cue.start < verb.end && verb.start < f.cue.end) ?? null;
      const words = sentence.text.slice(Math.max(0, verb.start - 20), verb.end + 60);
      count(cue, said !== undefined && frame !== null, frame !== null, said !== undefined, words);
      if (said === undefined) continue;
      const subject = children.find((t) => t.relation === 'nsubj');
      const named = frame?.speaker ?? null;
      const right = subject !== undefined && named !== null && named.start <= subject.start && subject.end <= named.end;
      count(speaker, right, named !== null, subject !== undefined, words);
      const gold = spanOfSubtree(sentence, said.id);
      const inGold = (t: Token): boolean => t.pos !== 'PUNCT' && gold.start <= t.start && t.end <= gold.end;
      const inRead = (t: Token): boolean =>
        t.pos !== 'PUNCT' && frame !== null && frame.content.start <= t.start && t.end <= frame.content.end;
      content.gold += sentence.tokens.filter(inGold).length;
      content.read += sentence.tokens.filter(inRead).length;
      content.hit += sentence.tokens.filter((t) => inGold(t) && inRead(t)).length;
    }
  }
  return [tallyOf('PUD cues', 90, cue), tallyOf('PUD speakers', 85, speaker), tallyOf('PUD content', 65, content)];
}

function count(counts: Counts, hit: boolean, read: boolean, gold: boolean, words: string): void {
  if (hit) counts.hit++;
  if (read) counts.read++;
  if (gold) counts.gold++;
  if (hit !== gold || hit !== read) counts.misses.push(words);
}

/** F1 in percent, as "right of a hundred". */
function tallyOf(name: string, aim: number, { hit, read, gold, misses }: Counts): Tally {
  const f1 = (200 * hit) / (read + gold || 1);
  return { name: `${name} F1 (${hit} right, ${read} read, ${gold} in gold)`, right: Math.floor(f1), total: 100, aim, misses };
}

type Spoken = { cue: Part; speaker: Part | null; content: Part };

/** Every frame with a verb of saying: cue, speaker named in the sentence, and what it covers. */
function framesOf(engine: Engine, text: string): Spoken[] {
  const { worked } = engine.explain({ text });
  const { doc } = worked;
  return worked.sentences.flatMap(({ chunks, attributed }) =>
    attributed.frames.flatMap((frame, n) => {
      // the treebank marks clauses as content; what is said with a noun ("announced the death of") is no matter of it
      if (frame.verb < 0 || !/-(?:that|colon|quote|clause)\b/.test(frame.rule)) return [];
      const verb = doc.span(chunks[frame.verb].start, chunks[frame.verb].end);
      const source = frame.chain.findLast((s) => s.inferred === null || s.inferred === 'definite');
      let last = -1;
      for (let k = frame.from; k < chunks.length; k++)
        if (attributed.frameOf[k] === n || (attributed.frameOf[k] > n && attributed.frames[attributed.frameOf[k]].nested))
          last = k;
      if (last < 0) return [];
      return [
        {
          cue: verb,
          speaker: source === undefined ? null : source.span,
          content: doc.span(chunks[frame.from].start, chunks[last].end),
        },
      ];
    }),
  );
}
