/** Starts an import: files or a folder are chosen or dropped, and a case and an outlet are named. */
import { useState } from 'preact/hooks';
import { cases } from '../../cases.ts';
import { number, t } from '../../language.ts';
import { notify } from '../../parts/notice.tsx';
import { visible } from '../../parts/quoted.tsx';
import { sayFault } from '../../parts/say-fault.ts';
import { caseName } from '../../router.ts';
import { type Chosen, chosenFiles, droppedFiles, sendFiles } from './send-files.ts';

export function StartImport({ onStarted }: { onStarted: (id: number) => void }) {
  const m = t.value.imports;
  const [files, setFiles] = useState<readonly Chosen[]>([]);
  const [into, setInto] = useState(caseName.value ?? '');
  const [outlet, setOutlet] = useState('');
  const [columns, setColumns] = useState('');
  const [share, setShare] = useState<number | null>(null);
  const [isOver, setOver] = useState(false);
  const start = async () => {
    setShare(0);
    try {
      const id = await sendFiles({ files, case: into.trim(), outlet: outlet.trim(), columns: columns.trim(), onSent: setShare });
      setFiles([]);
      onStarted(id);
    } catch (error) {
      notify(sayFault(error));
    } finally {
      setShare(null);
    }
  };
  /** Most tables name their columns so that they are known; where not, a person says which is which. */
  const hasTable = files.some(({ name }) => /\.(?:csv|tsv|xlsx)$/iu.test(name));
  const bytes = files.reduce((sum, { file }) => sum + file.size, 0);
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
        if (event.dataTransfer) void droppedFiles(event.dataTransfer).then(setFiles, () => notify(t.value.fault));
      }}
    >
      <h2>{m.start}</h2>
      <p class="soft">{m.startHow}</p>
      <div class="row">
        <label>
          {m.chooseFiles}
          <input
            type="file"
            multiple
            data-test="import-files"
            disabled={share !== null}
            onChange={(event) => setFiles(chosenFiles(event.currentTarget.files))}
          />
        </label>
        <label>
          {m.chooseFolder}
          <input
            type="file"
            {...{ webkitdirectory: true }}
            disabled={share !== null}
            onChange={(event) => setFiles(chosenFiles(event.currentTarget.files))}
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
        {hasTable && (
          <label>
            {m.columns}
            <input
              dir="ltr"
              maxLength={2000}
              placeholder="text=Body,published=Date"
              value={columns}
              data-test="import-columns"
              onInput={(event) => setColumns(event.currentTarget.value)}
            />
          </label>
        )}
        <button type="submit" class="main" data-test="import" disabled={files.length === 0 || share !== null}>
          {m.go}
        </button>
      </div>
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
      {share !== null && (
        <p>
          {m.sending} <progress max={1} value={share} aria-label={m.sending} />
        </p>
      )}
    </form>
  );
}

/** In the unit that fits. */
function sizeOf(bytes: number): string {
  const isLarge = bytes >= 1024 * 1024;
  return `\u2068${number(bytes / (isLarge ? 1024 * 1024 : 1024))} ${isLarge ? 'MB' : 'KB'}\u2069`;
}
