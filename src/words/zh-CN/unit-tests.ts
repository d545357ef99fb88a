import { catalogue } from '../catalogue.ts';

/** What the check of unit tests says. */
export const unitTests = catalogue({
  'Unit tests': '单元测试',
  'Goroutines left by unit tests': '单元测试遗留的 goroutine',
  'There is no test to run.': '没有可运行的测试。',
  'Unit tests leave {n} goroutine behind, from {places}.': '单元测试遗留 {n} 个 goroutine，共 {places}。',
  'Unit tests leave {n} goroutines behind, from {places}.': '单元测试遗留 {n} 个 goroutine，共 {places}。',
  '{n} test failed.': '{n} 个测试失败。',
  '{n} tests failed.': '{n} 个测试失败。',
  '{tests} in {packages} leave no goroutine behind.': '{packages}中的{tests}没有遗留 goroutine。',
  '{tests} in {packages} leave no unknown goroutine behind.': '{packages}中的{tests}没有遗留未知的 goroutine。',
  '{n} test': ' {n} 个测试',
  '{n} tests': ' {n} 个测试',
  '{n} package': ' {n} 个包',
  '{n} packages': ' {n} 个包',
  '{n} goroutine started here was still there when the tests of {packages} had ended.':
    '{packages}的测试结束后，在此启动的 {n} 个 goroutine 仍然存在。',
  '{n} goroutines started here were still there when the tests of {packages} had ended.':
    '{packages}的测试结束后，在此启动的 {n} 个 goroutine 仍然存在。',
  'Proven: the garbage collector finds nothing that could wake it.': '已证实：垃圾回收器找不到任何能唤醒它的对象。',
  'It didn’t end in the time that was given; what takes longer would look the same.':
    '它没有在给定时间内结束；耗时更长的任务看起来也是如此。',
  'They didn’t end in the time that was given; what takes longer would look the same.':
    '它们没有在给定时间内结束；耗时更长的任务看起来也是如此。',
  'Not gating: GOLEAK_FAIL_ON_LEAK is 0.': '不作为门禁：GOLEAK_FAIL_ON_LEAK 为 0。',
  'left by': '遗留者',
  '{n} more tests': '另外 {n} 个测试',
  'a test that nothing tells in {package}': '{package} 中无法确定的某个测试',
  'run alone': '单独运行',
  'leaks too': '同样泄漏',
  'each leaks too': '各自同样泄漏',
  '{tests} left nothing: it takes the other tests too': '{tests} 没有遗留：需要与其他测试一起运行才会泄漏',
  'Tests of {package}': '{package} 的测试',
  'It failed without a word.': '失败且没有任何输出。',
});
