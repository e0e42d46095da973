/** Starts an import: files or a folder are chosen or dropped, or addresses are named; a look at them first; a case and an outlet. */
import { useState } from 'preact/hooks';
import type { Method, NewImport, Preview } from '../../../src/http/client.ts';
import { tell } from '../../api.ts';
import { cases } from '../../cases.ts';
import { number, t } from '../../language.ts';
import { useLoaded } from '../../loaded.ts';
import { notify } from '../../parts/notice.tsx';
import { visible } from '../../parts/quoted.tsx';
import { sayFault } from '../../parts/say-fault.ts';
import { caseName } from '../../router.ts';
import { type Choices, chosenFor, formOf, formsOf, PreviewPane } from './preview.tsx';
import { type Chosen, chosenFiles, droppedFiles, sendFiles, startRun } from './send-files.ts';

type Doing = 'sending' | 'looking' | 'starting' | null;

export function StartImport({ onStarted }: { onStarted: (id: number) => void }) {
  const m = t.value.imports;
  const { value: method } = useLoaded<Method>('/api/method');
  const [files, setFiles] = useState<readonly Chosen[]>([]);
  /** Where the chosen files lie already, so that they are sent once. */
  const [upload, setUpload] = useState<string | null>(null);
  const [preview, setPreview] = useState<Preview | null>(null);
  const [choices, setChoices] = useState<Choices>({});
  const [addresses, setAddresses] = useState('');
  const [into, setInto] = useState(caseName.value ?? '');
  const [outlet, setOutlet] = useState('');
  const [share, setShare] = useState(0);
  const [doing, setDoing] = useState<Doing>(null);
  const [isOver, setOver] = useState(false);
  /** Another one after each import: the fields for files begin anew. */
  const [turn, setTurn] = useState(0);
  const choose = (chosen: readonly Chosen[]) => {
    setFiles(chosen);
    setUpload(null);
    setPreview(null);
    setChoices({});
  };
  const sent = async (): Promise<string> => {
    if (upload !== null) return upload;
    setDoing('sending');
    const place = await sendFiles(files, setShare);
    setUpload(place);
    return place;
  };
  const during = async (work: () => Promise<void>) => {
    setShare(0);
    try {
      await work();
    } catch (error) {
      notify(sayFault(error));
    } finally {
      setDoing(null);
    }
  };
  const look = () =>
    during(async () => {
      const place = await sent();
      setDoing('looking');
      setPreview(await tell<Preview>('/api/imports/preview', { upload: place }));
    });
  const start = () =>
    during(async () => {
      const told: NewImport = { case: into.trim() || undefined };
      const wanted = addresses.split(/\s+/u).filter((one) => one !== '');
      const run =
        files.length === 0
          ? { ...told, addresses: wanted }
          : { ...told, upload: await sent(), outlet: outlet.trim() || undefined, tables: tablesOf(preview, choices) };
      setDoing('starting');
      const id = await startRun(run);
      choose([]);
      setAddresses('');
      setTurn(turn + 1);
      onStarted(id);
    });
  const bytes = files.reduce((sum, { file }) => sum + file.size, 0);
  const isReady = doing === null && (files.length > 0 || addresses.trim() !== '');
  return (
    <form
      class="card import-start"
      data-over={isOver}
      data-test="start-import"
      onSubmit={(event) => {
        event.preventDefault();
        void start();
      }}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        if (event.dataTransfer) void droppedFiles(event.dataTransfer).then(choose, () => notify(t.value.fault));
      }}
    >
      <h2>{m.start}</h2>
      <p class="soft">{m.startHow}</p>
      <div class="row">
        <label class="button pick">
          {m.chooseFiles}
          <input
            key={`files ${turn}`}
            type="file"
            class="hidden"
            multiple
            data-test="import-files"
            disabled={doing !== null}
            onChange={(event) => choose(chosenFiles(event.currentTarget.files))}
          />
        </label>
        <label class="button pick">
          {m.chooseFolder}
          <input
            key={`folder ${turn}`}
            type="file"
            class="hidden"
            {...{ webkitdirectory: true }}
            disabled={doing !== null}
            onChange={(event) => choose(chosenFiles(event.currentTarget.files))}
          />
        </label>
        <label>
          {t.value.read.keepIn}
          <input
            dir="auto"
            list="import-cases"
            maxLength={200}
            value={into}
            data-test="import-case"
            onInput={(event) => setInto(event.currentTarget.value)}
          />
        </label>
        <datalist id="import-cases">
          {cases.value.map(({ name }) => (
            <option key={name} value={name} />
          ))}
        </datalist>
        <label>
          {m.outlet}
          <input dir="auto" maxLength={200} value={outlet} onInput={(event) => setOutlet(event.currentTarget.value)} />
        </label>
        <button type="button" data-test="look" disabled={files.length === 0 || doing !== null} onClick={() => void look()}>
          {m.look}
        </button>
        <button type="submit" class="main" data-test="import" disabled={!isReady}>
          {m.go}
        </button>
      </div>
      {method?.canFetch && files.length === 0 && (
        <label class="addresses">
          {m.addresses}
          <textarea
            dir="ltr"
            rows={2}
            placeholder="https://…"
            value={addresses}
            data-test="import-addresses"
            onInput={(event) => setAddresses(event.currentTarget.value)}
          />
          <span class="soft">{m.addressesHow}</span>
        </label>
      )}
      {files.length > 0 && (
        <p role="status">
          {m.chosen(number(files.length), sizeOf(bytes))}{' '}
          <span class="soft">
            {files.slice(0, 3).map(({ name }) => (
              <bdi key={name}>{visible(name)} </bdi>
            ))}
            {files.length > 3 && '…'}
          </span>
        </p>
      )}
      {doing === 'sending' && (
        <p>
          {m.sending} <progress max={1} value={share} aria-label={m.sending} />
        </p>
      )}
      {doing === 'looking' && <p class="waiting">{m.looking}</p>}
      {preview && (
        <PreviewPane
          preview={preview}
          choices={choices}
          onChoose={(form, columns) => setChoices({ ...choices, [form]: columns })}
        />
      )}
    </form>
  );
}

/** Forms of tables for which somebody said what is what, now or before; the others are known by the names of their columns. */
function tablesOf(preview: Preview | null, choices: Choices): NewImport['tables'] {
  const told = formsOf(preview?.tables ?? []).filter((table) => choices[formOf(table)] || table.saved);
  const tables = told.map((table) => ({ header: [...table.header], columns: chosenFor(table, choices) }));
  return tables.length === 0 ? undefined : tables;
}

/** In the unit that fits. */
function sizeOf(bytes: number): string {
  const isLarge = bytes >= 1024 * 1024;
  return `\u2068${number(bytes / (isLarge ? 1024 * 1024 : 1024))} ${isLarge ? 'MB' : 'KB'}\u2069`;
}
