import { describe, expect, test } from 'vitest';
import { pieces } from '../../../src/words/catalogue.ts';
import { fill } from '../../../src/words/say.ts';
import { translateTo } from '../../../src/words/translate.ts';
import { sentences } from '../../../src/words/zh-CN/sentences.ts';

const chinese = translateTo('zh-CN');

/** Figures where only figures fit, words of nobody's elsewhere. */
const samples: Record<string, string> = {
  n: '1,009.5',
  percent: '−12.3 %',
  bytes: '4.2 MiB',
  sha: '4be1a07',
  said: 'Nobody Said This.',
  causes: '7 xyz',
};
const sampleOf = (name: string): string => samples[name.replace(/\d+$/, '')] ?? 'cmd/API';

const given = Object.entries(sentences).map(([english, translation]) => {
  const names = pieces(english).filter((_, at) => at % 2 === 1);
  const holes = Object.fromEntries(names.map((name) => [name, sampleOf(name)]));
  return [fill(english, holes), fill(translation, holes)] as const;
});

test('every sentence is read back as itself, alone and before others', () => {
  const wrong = given.filter(([english, translation]) => chinese(english) !== translation);
  expect(wrong.map(([english]) => [english, chinese(english)])).toEqual([]);
  const ended = given.filter(([english]) => english.endsWith('.') && !english.endsWith('This.'));
  const followed = ended.filter(
    ([english, translation]) => chinese(`${english} Its gate is off.`) !== `${translation}该项门限已关闭。`,
  );
  expect(followed.map(([english]) => english)).toEqual([]);
});

describe('sentences of real runs', () => {
  test.each([
    [
      'Worse: +12.4 % (95 % interval +9.8 to +15.1 %) in 24 windows side by side, in each pair of processes. At most 5.0 % is accepted.',
      '变差：并行对比 24 个窗口，变化 +12.4 %（95 % 置信区间 +9.8 至 +15.1 %），每一对进程都如此。最多允许 5.0 %。',
    ],
    [
      'Beyond the limit: Throughput −12.4 % and Latency p99 +31.0 %. Every request leaves 96 B behind that are never freed, in 1 place.',
      '超限：吞吐量 −12.4 %、p99 延迟 +31.0 %。每个请求遗留 96 B 永不释放的内存，共 1 处。',
    ],
    [
      'main.sessions → map[string]*main.session → main.newSession sessions.go:30 ×1,000, 96 B each, 96 B per request',
      'main.sessions → map[string]*main.session → main.newSession sessions.go:30 ×1,000，每个 96 B，每请求 96 B',
    ],
    [
      'after about 1,100,000 requests, 15 hours at 20 requests/s, the pace of this run, under the `memory-limit` of 512 MiB',
      '约 1,100,000 个请求后，按本次运行的每秒 20 个请求即 15 小时，以 `memory-limit` 的 512 MiB 为限',
    ],
    [
      'No baseline yet for `feat/x`, the base of this pull request, nor for `main`, the default branch.',
      '还没有基线：本合并请求的目标分支 `feat/x`、默认分支 `main`。',
    ],
    ['Go version: go1.25.5 then, go1.26.8 now', 'Go 版本：当时 go1.25.5，现在 go1.26.8'],
  ])('%s', (english, translation) => expect(chinese(english)).toBe(translation));
});

describe('words of others stay as they are', () => {
  test.each([
    'main.go:12: undefined: x',
    '',
    'x'.repeat(5000),
    `Worse: ${'; '.repeat(900)}`,
    `${'a, '.repeat(600)}96 B per request and more`,
  ])('%.40s', (text) => expect(chinese(text)).toBe(text));

  test('inside of a sentence of ours too', () => {
    expect(
      chinese('Each request leaves 1 goroutine behind, started here. Accepted until 2027-03-31: Not yet. (Ada).'),
    ).toBe('每个请求遗留 1 个 goroutine，在此启动。接受至 2027-03-31：Not yet.（Ada）。');
  });
});

test('English stays English', () => {
  expect(translateTo('en')('No new heap leak.')).toBe('No new heap leak.');
});
