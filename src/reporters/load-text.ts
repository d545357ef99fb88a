import type { LoadReport } from '../model.ts';
import type { Say } from '../words/say.ts';
import { formatCount, formatValue } from './numbers.ts';

/** How the load was sent and what became of it, in one or two sentences: what tells how far the figures beside it can be trusted. */
export function loadText(load: LoadReport, say: Say): string {
  const { engine, connections, streams = 1, generatorCpuUs } = load;
  const wide = say(connections === 1 ? '{n} connection' : '{n} connections', { n: formatCount(connections) });
  const lanes = streams > 1 ? say('{connections} of {n} streams', { connections: wide, n: streams }) : wide;
  const loop = say(engine.model === 'open' ? 'open loop' : 'closed loop');
  const how = engine.protocol === undefined ? loop : `${loop}, ${engine.protocol}`;
  const fate = [...rates(load, say), ...fates(load, say)].join('; ');
  const sent = say('Sent by {engine} ({how}) over {lanes}: {fate}.', {
    engine: `${engine.name} ${engine.version}`,
    how,
    lanes,
    fate,
  });
  if (generatorCpuUs === null) return sent;
  return `${sent} ${say('The generator used {used}.', { used: formatValue(generatorCpuUs, 'us/req') })}`;
}

function rates({ engine, askedPerSecond, sentPerSecond, lagP99Us }: LoadReport, say: Say): string[] {
  if (engine.model === 'closed' || askedPerSecond === null || sentPerSecond === null) return [];
  const [sent, asked] = [formatValue(sentPerSecond, 'req/s'), formatValue(askedPerSecond, 'req/s')];
  const late = lagP99Us === null ? [] : [say('late by {ms} at p99', { ms: formatValue(lagP99Us / 1000, 'ms') })];
  return [[say('{sent} of {asked} asked', { sent, asked }), ...late].join(', ')];
}

function fates(load: LoadReport, say: Say): string[] {
  const { sent, answered, dropped, lost, timeouts, errors, unexpected } = load;
  const resets = load.resets ?? 0;
  const n = formatCount;
  const bad = [
    ...(unexpected > 0 ? [say('{n} with another status', { n: n(unexpected) })] : []),
    ...(timeouts > dropped ? [say('{n} timed out', { n: n(timeouts - dropped) })] : []),
    ...(dropped > 0 ? [say('{n} dropped without a free connection', { n: n(dropped) })] : []),
    ...(resets > 0 ? [say('{n} reset', { n: n(resets) })] : []),
    ...(errors > resets ? [say('{n} refused or closed', { n: n(errors - resets) })] : []),
    ...(lost > 0 ? [say('{n} lost', { n: n(lost) })] : []),
  ];
  if (bad.length === 0) return [say('{n} requests, all answered as expected', { n: n(sent) })];
  return [say('{n} requests, {answered} answered', { n: n(sent), answered: n(answered) }), bad.join(', ')];
}
