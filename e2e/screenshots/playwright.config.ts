import base from "../../playwright.config";

/** `npm run screenshots`: the pictures of the README, made anew. Not a test, so not run with them. */
export default { ...base, testDir: ".", testMatch: "take.ts", workers: 1 };
