/** Takes the text of `docs/quality.md` apart: headings, paragraphs, tables; and a line into plain, bold and code. Pure. */
export type Block = { kind: 'heading'; text: string } | { kind: 'text'; text: string } | { kind: 'table'; rows: string[][] };
export type Piece = { kind: 'plain' | 'code' | 'bold'; text: string };

export function blocksOf(text: string): Block[] {
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

export function piecesOf(line: string): Piece[] {
  const pieces: Piece[] = [];
  for (const part of line.split(/(`[^`]+`|\*\*[^*]+\*\*)/)) {
    if (part === '') continue;
    if (part.startsWith('`') && part.length > 2) pieces.push({ kind: 'code', text: part.slice(1, -1) });
    else if (part.startsWith('**') && part.length > 4) pieces.push({ kind: 'bold', text: part.slice(2, -2) });
    else pieces.push({ kind: 'plain', text: part });
  }
  return pieces;
}
