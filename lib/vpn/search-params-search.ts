/** As long as a name can be. */
const MAX_LENGTH = 128;

/** What somebody looks for, in one line; what was pasted may hold tabs. Empty where there is nothing. */
export function readSearchText(searchParams: URLSearchParams): string {
  const text = (searchParams.get("q") ?? "").replaceAll(/\p{Cc}+/gu, " ");
  return text.trim().slice(0, MAX_LENGTH).trim();
}
