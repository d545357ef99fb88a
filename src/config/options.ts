import * as z from 'zod';

type Camel<Key extends string> = Key extends `${infer Head}-${infer Tail}` ? `${Head}${Capitalize<Camel<Tail>>}` : Key;
type CamelKeys<T> = { [Key in keyof T as Key extends string ? Camel<Key> : Key]: T[Key] };

const camel = (key: string): string => key.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

/**
 * A strict object whose keys are written in kebab-case by users (as workflow inputs are) and read in camelCase by the code.
 * Every value needs a default or `.optional()`.
 */
export function kebabOptions<Shape extends z.ZodRawShape>(shape: Shape) {
  return z
    .strictObject(shape)
    .transform(
      (given) =>
        Object.fromEntries(Object.entries(given).map(([key, value]) => [camel(key), value])) as CamelKeys<
          z.output<z.ZodObject<Shape>>
        >,
    );
}
