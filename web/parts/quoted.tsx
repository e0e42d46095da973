/** Words that come from a source: isolated, in their own direction, never interpreted. */
export function Quoted({ children, as: Tag = 'bdi' }: { children: string; as?: 'bdi' | 'span' }) {
  return <Tag dir="auto">{visible(children)}</Tag>;
}

/** Signs that turn the direction of what follows would let a name dress up as another; they are shown as a mark instead. */
export function visible(text: string): string {
  return text.replace(/[\u202a-\u202e\u2066-\u2069]/g, '\u2423');
}
