/** What the caller of a review got wrong: `missing`, a target that does not exist; `wrong`, a value that cannot be. */
export class ReviewError extends Error {
  override readonly name = 'ReviewError';
  readonly kind: 'missing' | 'wrong';

  constructor(kind: 'missing' | 'wrong', message: string) {
    super(message);
    this.kind = kind;
  }
}
