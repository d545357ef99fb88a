import { describe, expect, test } from 'vitest';
import {
  containerName,
  isAllocator,
  isForeign,
  madeBy,
  readableFunction,
  runtimeDepth,
} from '../../../src/heap/names.ts';

test.each([
  ['main.(*Store[go.shape.struct { main.ID string }]).Keep', 'main.(*Store[...]).Keep'],
  ['sync.OnceValue[go.shape.map[string]int].func1', 'sync.OnceValue[...].func1'],
  ['gopkg.in/yaml%2ev3.unmarshal', 'gopkg.in/yaml.v3.unmarshal'],
  ['main.hook.func2', 'main.hook.func2'],
  ['main.odd]name[', 'main.odd]name['],
])('%s reads as %s', (symbol, name) => {
  expect(readableFunction(symbol)).toBe(name);
});

test.each([
  'runtime.allp',
  'runtime/pprof.profiles',
  '[]runtime.g',
  'internal/godebug.cache',
  'net/http.leakgateServe',
  'io..typeAssert.1',
])('%s is no leak of a service', (name) => expect(isForeign(name)).toBe(true));

test.each([
  'main.cache',
  'example.com/leakgate/shop.cache',
  'example.com/runtime.pool',
  'example.com/app/internal/store.items',
  'internals.cache',
  'main.runtimeCache',
])('%s may be one', (name) => expect(isForeign(name)).toBe(false));

describe('what an allocation made', () => {
  test.each([
    // Stacks of go1.26.8, go1.24.11 and go1.22.12.
    [['runtime.mallocgc', 'runtime.newarray', 'internal/runtime/maps.newarray'], 'map piece'],
    [['runtime.mallocgc', 'runtime.newobject', 'runtime.makemap_small'], 'map'],
    [['internal/runtime/maps.(*Map).growToTable', 'runtime.mapassign_faststr'], 'map piece'],
    [['runtime.hashGrow', 'runtime.mapassign_faststr'], 'map piece'],
    [['runtime.mallocgc', 'runtime.growslice'], 'slice'],
    [['runtime.mallocgc', 'runtime.growslice', 'runtime.(*timers).addHeap'], 'timers'],
    [['runtime.doaddtimer', 'runtime.addtimer'], 'timers'],
    [['runtime.mallocgc', 'runtime.newobject'], 'value'],
    [[], 'value'],
  ])('%j: %s', (functions, made) => expect(madeBy(functions)).toBe(made));
});

test('the allocator’s own functions stand above who called them', () => {
  const stack = ['runtime.mallocgc', 'runtime.growslice', 'internal/runtime/maps.newTable', 'main.put', 'runtime.main'];
  expect(runtimeDepth(stack.map((name) => ({ function: name })))).toBe(3);
  expect(stack.filter(isAllocator)).toEqual(['runtime.mallocgc', 'runtime.growslice']);
  expect(runtimeDepth([{ function: 'runtime.malg' }])).toBe(1);
});

test.each([
  [{ name: 'map.group[string]*main.Entry', size: 200 }, 4096, 'map[string]*main.Entry'],
  [{ name: 'map.bucket[int]string', size: 208 }, 640, 'map[int]string'],
  [{ name: 'main.Shape', size: 16 }, 1024, '[]main.Shape'],
  [{ name: '*main.Entry', size: 8 }, 576, '[]*main.Entry'],
  // The slot is larger than the value, by less than a second value.
  [{ name: 'main.Big', size: 600 }, 640, 'main.Big'],
  [{ name: 'struct {}', size: 0 }, 1024, 'struct {}'],
])('%j in a slot of %i bytes is %s', (type, bytes, name) => {
  expect(containerName(type, bytes)).toBe(name);
});
