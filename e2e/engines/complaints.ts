/** Runs in a page before its own scripts, in every engine alike. */
export const COLLECTOR = `
window.complaints = [];
{
  const add = (text) => window.complaints.push(text);
  addEventListener("error", ({ message, target }) => add(message ?? "not loaded: " + (target.src ?? target.href)), true);
  addEventListener("unhandledrejection", ({ reason }) => add("unhandled: " + reason));
  addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) => add(violatedDirective + " refuses " + blockedURI));
  const { error } = console;
  console.error = (...words) => {
    add(words.map(String).join(" "));
    error.apply(console, words);
  };
}`;

/** What it has collected, as JSON. */
export const COMPLAINTS = `JSON.stringify(window.complaints ?? ["no collector"])`;
