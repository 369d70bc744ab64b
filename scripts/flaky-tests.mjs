/** A reporter of Vitest: names the tests that passed at their second try, which its own reporters do not. */
export class FlakyTests {
  #names = [];

  onTestCaseResult(test) {
    if (test.diagnostic()?.flaky)
      this.#names.push(`${test.module.relativeModuleId}: ${test.fullName}`);
  }

  onTestRunEnd() {
    for (const name of this.#names) console.error(`flaky, a defect to look into: ${name}`);
  }
}
