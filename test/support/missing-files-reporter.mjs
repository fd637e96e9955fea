import { defaultReporter } from '@web/test-runner';

/** Where back ends answer. A 404 of theirs is an answer that a test has asked for. */
const ofBackEnd = /^(api|fake|foreign|nowhere)\//;

/** The runner's own report, which names under "404 network requests" what nobody has: files. */
export function missingFilesReporter(options) {
  const reporter = defaultReporter(options);
  return {
    ...reporter,
    reportTestFileResults({ sessionsForTestFile, ...rest }) {
      return reporter.reportTestFileResults({
        ...rest,
        sessionsForTestFile: sessionsForTestFile.map((session) => ({
          ...session,
          request404s: session.request404s.filter((path) => !ofBackEnd.test(path)),
        })),
      });
    },
  };
}
