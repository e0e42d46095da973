/** Passes pieces through a stream and gives what comes out, heeding when it is full; both ends are closed whatever happens. */
import type { Duplex } from 'node:stream';

export async function* streamThrough<Out>(pieces: AsyncIterable<Uint8Array | string>, through: Duplex): AsyncGenerator<Out> {
  const feed = async () => {
    try {
      for await (const piece of pieces) {
        if (through.destroyed) return;
        if (!through.write(piece)) await emptied(through);
      }
      through.end();
    } catch (error) {
      through.destroy(error as Error);
    }
  };
  const feeding = feed();
  try {
    for await (const out of through) yield out as Out;
    await feeding;
  } finally {
    through.destroy();
  }
}

function emptied(stream: Duplex): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      stream.off('drain', done).off('close', done);
      resolve();
    };
    stream.on('drain', done).on('close', done);
  });
}
