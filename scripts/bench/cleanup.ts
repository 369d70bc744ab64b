/** What was started or put on disk and has to be gone at the end, the last first. */
const endings: (() => unknown)[] = [];
let isInterrupted = false;

/** Remembers an ending; what comes back runs it now instead, once. */
export function atEnd(ending: () => unknown): () => Promise<void> {
  endings.push(ending);
  return async () => {
    const place = endings.indexOf(ending);
    if (place < 0) return;
    endings.splice(place, 1);
    await ending();
  };
}

async function endAll(): Promise<void> {
  for (let ending = endings.pop(); ending !== undefined; ending = endings.pop()) {
    try {
      await ending();
    } catch (error) {
      console.error(error);
    }
  }
}

/** Runs the work and ends all that it has left behind, also when it fails or Ctrl-C comes. */
export async function withCleanup(work: () => Promise<void>): Promise<void> {
  for (const [signal, status] of [
    ["SIGINT", 130],
    ["SIGTERM", 143],
  ] as const) {
    process.once(signal, () => {
      isInterrupted = true;
      void endAll().then(() => process.exit(status));
    });
  }
  try {
    await work();
  } catch (error) {
    // It fails because its servers are gone: nobody needs to read that.
    if (!isInterrupted) throw error;
  } finally {
    await endAll();
  }
}
