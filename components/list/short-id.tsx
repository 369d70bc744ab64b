/** So much of an id's end tells it from its neighbours. */
const END = 6;

/** An id that is shortened in the middle where it is narrow: whole for who copies, searches or listens. */
export function ShortId({ id }: { id: string }) {
  return (
    <span className="short-id" title={id}>
      <span>{id.slice(0, -END)}</span>
      <span>{id.slice(-END)}</span>
    </span>
  );
}
