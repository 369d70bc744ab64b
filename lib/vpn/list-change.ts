/** What has come and gone between two lists that are written with commas. */
export function listChange(before: string, after: string): { added: string[]; removed: string[] } {
  const [old, present] = [itemsOf(before), itemsOf(after)];
  return {
    added: present.filter((item) => !old.includes(item)),
    removed: old.filter((item) => !present.includes(item)),
  };
}

const itemsOf = (text: string) => text.split(", ").filter((item) => item !== "");
