import type { Meaning, Placeholder, Values } from "@/lib/vpn/peer-config/said";

/** The placeholders that a configuration may hold, each once. */
export class PlaceholderList {
  readonly all: Placeholder[] = [];

  /** Its name, to be written. */
  add(name: string, meaning: Meaning, values: Values = {}): string {
    if (!this.all.some((one) => one.name === name)) this.all.push({ name, meaning, values });
    return name;
  }
}
