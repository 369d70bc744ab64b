/** What stands between `config` or `edit` and its `end` or `next`. */
export type Table = { name: string; settings: Map<string, string[]>; inner: Table[] };

type Open = { table: Table; opened: string };

const CLOSES: Record<string, string> = { end: "config", next: "edit" };

/** A FortiOS configuration as it nests. Throws where a word stands where FortiOS does not take it. */
export function readTables(text: string): Table {
  const root: Table = { name: "", settings: new Map(), inner: [] };
  const open: Open[] = [{ table: root, opened: "" }];
  for (const full of text.trimEnd().split("\n")) {
    const line = full.trimStart();
    if (line.startsWith("#")) continue;
    const [word = "", ...rest] = wordsOf(line);
    const at = open.at(-1);
    if (at === undefined || !isAllowed(word, at)) throw new Error(`not here: ${line}`);
    if (word in CLOSES) open.pop();
    if (full.length - line.length !== (open.length - 1) * 4) throw new Error(`indented: ${line}`);
    if (word === "set") {
      const [name = "", ...values] = rest;
      if (at.table.settings.has(name)) throw new Error(`set twice: ${line}`);
      at.table.settings.set(name, values);
    }
    if (word !== "config" && word !== "edit") continue;
    const table: Table = { name: rest.join(" "), settings: new Map(), inner: [] };
    at.table.inner.push(table);
    open.push({ table, opened: word });
  }
  if (open.length !== 1) throw new Error("a block stays open");
  return root;
}

/** BGP holds settings of its own and tables; other tables hold entries. */
function isAllowed(word: string, { opened, table }: Open): boolean {
  const holdsSettings = opened === "edit" || table.name === "router bgp";
  if (word === "set" || word === "unset") return holdsSettings;
  if (word === "config") return holdsSettings || opened === "";
  if (word === "edit") return opened === "config" && table.name !== "router bgp";
  return CLOSES[word] === opened;
}

/** Words, those in double quotes without them. */
function wordsOf(line: string): string[] {
  const words = line.match(/"[^"\\]*"|[^\s"\\#]+/g) ?? [];
  if (words.join(" ") !== line) throw new Error(`cannot be read: ${line}`);
  return words.map((word) => (word.startsWith('"') ? word.slice(1, -1) : word));
}

export function tableOf({ inner }: Table, name: string): Table | undefined {
  return inner.find((one) => one.name === name);
}

export function valueOf(table: Table | undefined, name: string): string | undefined {
  return table?.settings.get(name)?.join(" ");
}
