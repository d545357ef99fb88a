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
		case _Grunnable,
			_Gwaiting:
			dump(gp)
		}
`;

test('both faults are mended, and every line keeps its number', () => {
  const fixed = fixHeapDump(faulty, 'go1.26.8');
  expect(fixed).toBe(faulty.replace('\t\t\tfallthrough', '').replace('_Gwaiting:', '_Gwaiting, _Gleaked:'));
  expect(isHeapDumpSound(faulty, 'go1.26.8')).toBe(false);
  expect(isHeapDumpSound(fixed!, 'go1.26.8')).toBe(true);
});

test('a Go that proves leaks must know the status of the leaked ones', () => {
  const onlyOne = faulty.replace('\t\t\tfallthrough\n', '');
  expect(isHeapDumpSound(onlyOne, 'go1.25.5')).toBe(true);
  expect(['go1.26.8', 'go1.27rc1', 'devel go1.28-abc'].map((version) => isHeapDumpSound(onlyOne, version))).toEqual([
    false,
    false,
    false,
  ]);
});

test('a text that isn’t the known one is left alone', () => {
  expect(fixHeapDump(faulty + faulty, 'go1.26.8')).toBeNull();
  expect(fixHeapDump(faulty.replace('dumpgs in STW', 'other'), 'go1.26.8')).toBeNull();
  expect(fixHeapDump(`${faulty}\n\tfallthrough\n`, 'go1.26.8')).toBeNull();
  expect(fixHeapDump(faulty.replace('\t\t\tfallthrough\n', ''), 'go1.26.8')).toBeNull();
  expect(fixHeapDump(faulty.replace('_Gwaiting:', '_Gwaiting, _Gother:'), 'go1.26.8')).toBeNull();
});

test('a comment about fallthrough is no fault', () => {
  expect(isHeapDumpSound('\t// fallthrough is not used\n', 'go1.24.11')).toBe(true);
});
