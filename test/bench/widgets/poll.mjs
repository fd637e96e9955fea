import { bundle } from './bundles.mjs';
import { interleave } from './measure.mjs';
import { kitModule, module, openStage } from './stage.mjs';

const count = 1000;
const choices = Array.from({ length: count }, (_, index) => ({
  value: `o${index}`,
  text: `Option ${index + 1}`,
}));
const survey = {
  elements: [{ type: 'radiogroup', name: 'q1', title: 'Which one?', isRequired: true, choices }],
};

const pages = {
  'riac-poll': [
    kitModule,
    `<riac-poll item="many-${count}"></riac-poll>`,
    `document.querySelector('riac-poll')?.shadowRoot`,
  ],
  SurveyJS: [
    module('survey'),
    `<div id="survey"></div>
     <script type="module">showSurvey(${JSON.stringify(survey)}, document.querySelector('#survey'))</script>`,
    `document.querySelector('#survey')`,
  ],
};

/** From the start of the visit until all options are painted and the page answers again. */
async function visit(stage, [head, body, root]) {
  const { page, session, close } = await stage.open(head, body);
  const interactive = await page.evaluate(
    `probe.painted(() => ${root}?.querySelectorAll('input[type=radio]').length >= ${count})`,
  );
  const { longest, shift } = await page.evaluate('probe');
  const elements = await page.evaluate(`probe.nodes(document)`);
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await close();
  return { interactive, longest, shift, elements, heap: usedSize };
}

/** A poll of 1 000 options, ours and SurveyJS's, script and styles from the same local server. */
export async function measurePolls(rivals, rounds) {
  const stage = await openStage({ survey: await bundle('SurveyJS poll', rivals) });
  try {
    const measurements = Object.entries(pages).map(([name, page]) => [
      name,
      () => visit(stage, page),
    ]);
    return await interleave(Object.fromEntries(measurements), rounds);
  } finally {
    await stage.close();
  }
}
