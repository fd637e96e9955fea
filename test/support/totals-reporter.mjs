const testsOf = (suite) => [...suite.tests, ...suite.suites.flatMap(testsOf)];

/** Prints one line with the totals, which the default reporter leaves out when no terminal is attached. */
export const totalsReporter = {
  onTestRunFinished({ sessions }) {
    const all = sessions.flatMap(({ testResults }) => (testResults ? testsOf(testResults) : []));
    const skipped = all.filter((test) => test.skipped).length;
    const passed = all.filter((test) => test.passed && !test.skipped).length;
    const broken = sessions.filter(({ passed, testResults }) => !passed && !testResults).length;
    const failed = all.length - passed - skipped + broken;
    const tail = skipped ? `, ${skipped} skipped` : '';
    console.log(`\n${passed} passed, ${failed} failed${tail}`);
  },
};
