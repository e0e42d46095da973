/** The first screen: a text goes in, its claims stand beside its words. Stores nothing until asked to. */
import { signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Reading } from '../../../src/claim/reading.ts';
import { type Fault, tell } from '../../api.ts';
import { inDigits, number, t } from '../../language.ts';
import { ClaimsBeside } from '../../parts/claims-beside.tsx';
import { FaultBox } from '../../parts/fault-box.tsx';
import { loadNames } from '../../parts/names.ts';
import { place } from '../../router.ts';
import { decodeFile } from './decode-file.ts';
import example from './example.ar.txt?raw';
import { KeepForm } from './keep-form.tsx';

const EXAMPLE_DAY = '2019-02-11';
type Read = { reading: Reading; text: string; took: number };
const text = signal('');
const outlet = signal('');
const published = signal('');
const read = signal<Read | null>(null);
const fault = signal<Fault | null>(null);
let turn = 0;

async function readNow(): Promise<void> {
  if (text.value.trim() === '') return;
  const mine = ++turn;
  const since = performance.now();
  const given = text.value;
  try {
    const reading = await tell<Reading>('/api/read', input());
    if (mine !== turn) return;
    read.value = { reading, text: given, took: Math.round(performance.now() - since) };
    fault.value = null;
    loadNames();
  } catch (error) {
    if (mine === turn) fault.value = error as Fault;
  }
}

const input = () => ({ text: text.value, outlet: outlet.value.trim() || null, published: published.value || null });

function startAgain(): void {
  turn++;
  text.value = '';
  outlet.value = '';
  published.value = '';
  read.value = null;
  fault.value = null;
}

function useExample(): void {
  text.value = example;
  outlet.value = '';
  published.value = EXAMPLE_DAY;
  void readNow();
}

async function takeFile(file: File | undefined): Promise<void> {
  if (!file) return;
  text.value = await decodeFile(file);
  await readNow();
}

export function ReadScreen() {
  const m = t.value.read;
  useEffect(() => {
    const over = (event: DragEvent) => event.preventDefault();
    const drop = (event: DragEvent) => {
      event.preventDefault();
      void takeFile(event.dataTransfer?.files[0]);
    };
    addEventListener('dragover', over);
    addEventListener('drop', drop);
    return () => {
      removeEventListener('dragover', over);
      removeEventListener('drop', drop);
    };
  }, []);
  return (
    <>
      <div class="head">
        <h1>{m.title}</h1>
        {read.value && (
          <div class="row acts">
            <span class="soft" data-test="took">
              {inDigits(t.value.claims(read.value.reading.claims.length))} · {m.took(number(read.value.took))}
            </span>
            <button type="button" onClick={startAgain}>
              {m.again}
            </button>
            <button type="button" onClick={saveJson}>
              {m.json}
            </button>
          </div>
        )}
      </div>
      {fault.value && <FaultBox fault={fault.value} retry={readNow} />}
      {read.value ? (
        <>
          <div class="row above">
            <Details />
            <KeepForm input={input} claim={place.value.query.get('claim')} onKept={startAgain} />
          </div>
          <ClaimsBeside text={read.value.text} reading={read.value.reading} />
        </>
      ) : (
        <Entry />
      )}
    </>
  );
}

function Entry() {
  const m = t.value;
  return (
    <>
      <p class="lead">{m.tagline}</p>
      <div class="card entry">
        <label>
          <span class="hidden">{m.read.text}</span>
          <textarea
            class="entry-text"
            dir="auto"
            rows={14}
            data-test="text"
            placeholder={m.read.placeholder}
            value={text.value}
            onInput={(event) => {
              text.value = event.currentTarget.value;
            }}
            onPaste={() => setTimeout(readNow)}
          />
        </label>
        <Details />
        <div class="row">
          <button type="button" class="main" data-test="read" onClick={readNow} disabled={text.value.trim() === ''}>
            {m.read.go}
          </button>
          <button type="button" data-test="example" onClick={useExample}>
            {m.read.example}
          </button>
          <label class="button pick">
            {m.read.pick}
            <input
              type="file"
              class="hidden"
              accept=".txt,.md,.html,text/*"
              onChange={(event) => void takeFile(event.currentTarget.files?.[0])}
            />
          </label>
          <span class="soft">{m.read.local}</span>
        </div>
      </div>
    </>
  );
}

function Details() {
  const m = t.value.read;
  const again = () => {
    if (read.value) void readNow();
  };
  return (
    <div class="row details">
      <label>
        {m.outlet}
        <input
          dir="auto"
          data-test="outlet"
          maxLength={300}
          value={outlet.value}
          onInput={(event) => void (outlet.value = event.currentTarget.value)}
          onChange={again}
        />
      </label>
      <label>
        {m.published}
        <input
          type="date"
          data-test="published"
          value={published.value}
          onInput={(event) => void (published.value = event.currentTarget.value)}
          onChange={again}
        />
      </label>
      {published.value === '' && <span class="soft">{m.noDay}</span>}
    </div>
  );
}

function saveJson(): void {
  if (!read.value) return;
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([JSON.stringify(read.value.reading, null, 2)], { type: 'application/json' }));
  link.download = 'reading.json';
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}
