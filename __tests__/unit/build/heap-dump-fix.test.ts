import { expect, test } from 'vitest';
import { fixHeapDump, isHeapDumpSound } from '../../../src/build/heap-dump-fix.ts';

const faulty = `
		switch status {
		case _Grunning:
			if inSyscall {
				dump(gp)
			}
			fallthrough
		default:
			print("unexpected status ", hex(status))
			throw("dumpgs in STW - bad status")
		case _Gwaiting:
			dump(gp)
		}
`;

test('the one line is taken out and every other keeps its number', () => {
  const fixed = fixHeapDump(faulty);
  expect(fixed).toBe(faulty.replace('\t\t\tfallthrough', ''));
  expect(isHeapDumpSound(faulty)).toBe(false);
  expect(isHeapDumpSound(fixed!)).toBe(true);
});

test('a text that isn’t the known one is left alone', () => {
  expect(fixHeapDump(faulty + faulty)).toBeNull();
  expect(fixHeapDump(faulty.replace('dumpgs in STW', 'other'))).toBeNull();
  expect(fixHeapDump(`${faulty}\n\tfallthrough\n`)).toBeNull();
  expect(fixHeapDump(faulty.replace('\t\t\tfallthrough\n', ''))).toBeNull();
});

test('a comment about fallthrough is no fault', () => {
  expect(isHeapDumpSound('\t// fallthrough is not used\n')).toBe(true);
});
