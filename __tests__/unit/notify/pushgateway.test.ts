import { expect, test } from 'vitest';
import { push } from '../../../src/notify/index.ts';
import { installed, realServer } from '../real-server.ts';
import { hostileTexts, reports } from '../reporters/reports.ts';
import { poisoned } from '../reporters/gfm.ts';

const { signal } = new AbortController();
const program = installed('prometheus-pushgateway', 'pushgateway');

test.skipIf(program === null)(
  'a real Pushgateway takes the figures, hostile names too, and replaces them',
  async () => {
    await using gateway = await realServer(program!, { args: (address) => [`--web.listen-address=${address}`] });
    const tell = async (report: (typeof reports)['failing']) =>
      push({ url: gateway.url, job: 'leakgate' }, report, [], signal);
    const scraped = async () => (await fetch(`${gateway.url}/metrics`)).text();
    const main = (report: (typeof reports)['failing']) => ({
      ...report,
      commit: { ...report.commit, branch: 'release/1.x' },
    });

    expect(await tell(main(reports.failing))).toMatchObject([{ delivered: true }]);
    expect(await scraped()).toMatch(
      /^leakgate_failed\{branch="release\/1\.x",instance="",job="leakgate",service="cmd\/api"\} 1$/m,
    );
    await tell(main(reports.passing));
    expect((await scraped()).match(/^leakgate_failed\{.*\} (\d)$/gm)).toEqual([expect.stringMatching(/ 0$/)]);
    expect(await tell(poisoned(reports.failing, hostileTexts))).toMatchObject([{ delivered: true }]);
  },
);
