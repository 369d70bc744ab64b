type Props = {
  title: string;
  place: string;
  /** Of a region that has a name besides. */
  id?: string;
};

export function ListHeading({ title, place, id }: Props) {
  return (
    <header className="mb-2 flex flex-wrap min-[90rem]:mb-0 items-baseline gap-x-3">
      <h1 className="text-xl font-semibold tracking-tight text-balance">{title}</h1>
      <p className="break-words text-ink-soft">
        {place}
        {id !== undefined && id !== place && <span className="data ml-2">{id}</span>}
      </p>
    </header>
  );
}
