/** Measured scores as they ship in `docs/quality.md`: headings, paragraphs and tables; anything else stays as it is written. */
type Block = { kind: 'heading'; text: string } | { kind: 'text'; text: string } | { kind: 'table'; rows: string[][] };

export function Quality({ text }: { text: string }) {
  return (
    <div dir="ltr" lang="en" class="quality">
      {blocksOf(text).map((block, i) => {
        const key = `${block.kind}${i}`;
        if (block.kind === 'heading') return <h3 key={key}>{block.text}</h3>;
        if (block.kind === 'text') return <p key={key}>{block.text}</p>;
        const [head, ...rows] = block.rows;
        return (
          <div key={key} class="scroll">
            <table>
              <thead>
                <tr>
                  {head.map((cell, n) => (
                    <th key={`${n}${cell}`}>{cell}</th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {rows.map((row) => (
                  <tr key={row.join('|')}>
                    {row.map((cell, n) => (
                      <td key={`${n}${cell}`}>{cell}</td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        );
      })}
    </div>
  );
}

function blocksOf(text: string): Block[] {
  const blocks: Block[] = [];
  for (const line of text.split('\n')) {
    const last = blocks.at(-1);
    if (line.trim() === '') blocks.push({ kind: 'text', text: '' });
    else if (line.startsWith('#')) blocks.push({ kind: 'heading', text: line.replace(/^#+\s*/, '') });
    else if (line.startsWith('|')) {
      const cells = line
        .slice(1, -1)
        .split('|')
        .map((cell) => cell.trim());
      if (cells.every((cell) => /^:?-+:?$/.test(cell))) continue;
      if (last?.kind === 'table') last.rows.push(cells);
      else blocks.push({ kind: 'table', rows: [cells] });
    } else if (last?.kind === 'text') last.text = `${last.text} ${line}`.trim();
    else blocks.push({ kind: 'text', text: line });
  }
  return blocks.filter((block) => block.kind === 'table' || block.text !== '');
}
