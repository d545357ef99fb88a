import { expect, test } from 'vitest';
import { readSocketMemory } from '../../../src/service/socket-memory.ts';

test('adds up what the kernel holds in the buffers, and leaves their limits out', () => {
  const lines = [
    '0 0 127.0.0.1:8080 127.0.0.1:40000 skmem:(r768,rb131072,t0,tb2626560,f3328,w0,o0,bl0,d0)',
    '0 10 127.0.0.1:8080 127.0.0.1:40002 skmem:(r0,rb131072,t2304,tb2626560,f1792,w256,o4,bl8,d3)',
  ];
  expect(readSocketMemory(lines.join('\n'))).toEqual({ bytes: 768 + 3328 + 2304 + 1792 + 256 + 4 + 8, connections: 2 });
  expect(readSocketMemory('')).toEqual({ bytes: 0, connections: 0 });
});
