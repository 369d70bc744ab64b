import { binary } from "./process.mjs";

/** For `runSteps`; a function, since the packages may have to be installed first. */
export function checkSteps() {
  return [
    ["formatting", [binary("oxfmt"), "--check"]],
    ["lint", [binary("oxlint"), "--type-aware", "--deny-warnings"]],
    ["laws of the house", ["scripts/laws.mjs"]],
    ["messages", ["scripts/messages.mjs"]],
    ["route types", [binary("next"), "typegen"]],
    ["types", [binary("typescript", "tsc"), "--noEmit"]],
    ["unused code", [binary("knip")]],
  ];
}
